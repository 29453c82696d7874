package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hone.search.testkit.Histories;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurabilityTest {
  @TempDir private Path folder;

  /** The numbers are SQLite's names for the two. */
  @ParameterizedTest
  @CsvSource({"NORMAL, 1", "FULL, 2"})
  void isWhatBothConnectionsHave(Durability durability, int synchronous) {
    try (SqliteDatabase database = new SqliteDatabase(folder.resolve("s.db"), durability)) {
      Session.Work<Integer> setting =
          s -> s.first("pragma synchronous", row -> row.getInt(1)).orElseThrow();
      assertThat(database.write(setting)).isEqualTo(synchronous);
      database.settle();
      assertThat(database.read(setting)).isEqualTo(synchronous);
    }
    try (JdbcStorage storage = JdbcStorage.open(folder.resolve("t.db"), durability)) {
      storage.createStudy(Histories.plain("kept"));
      assertThat(storage.studyNames()).containsExactly("kept");
    }
  }
}
