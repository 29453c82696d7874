package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Storage;
import org.hone.search.storage.StorageException;
import org.hone.search.testkit.Histories;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that SQLite is not allowed to let grow stands in for a full disk: the error is the same.
 */
class FullDiskTest {
  @TempDir private Path folder;

  private static void allowPages(Database database, String most) {
    database.write(
        s -> {
          s.execute("pragma max_page_count=" + most);
          return true;
        });
  }

  @Test
  void leavesEverythingAsItWas() {
    Path file = folder.resolve("studies.db");
    Database database = new SqliteDatabase(file, Durability.NORMAL);
    try (Storage storage = JdbcStorage.open(database)) {
      long study = storage.createStudy(Histories.plain("growing"));
      TrialRecord trial =
          storage.createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of());
      StudySnapshot before = storage.snapshot(study);
      allowPages(database, "1");
      String large = "x".repeat(100_000);
      assertThatThrownBy(
              () -> storage.setTrialAttribute(trial.id(), AttributeKind.USER, "large", large))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("studies.db cannot grow, the disk is full");
      assertThat(storage.snapshot(study)).isEqualTo(before);
      allowPages(database, "1000000");
      storage.setTrialAttribute(trial.id(), AttributeKind.USER, "large", large);
      assertThat(storage.trial(trial.id()).userAttributes()).isEqualTo(Map.of("large", large));
      assertThat(database.<String>read(FullDiskTest::check)).isEqualTo("ok");
    }
  }

  private static String check(Statements statements) throws SQLException {
    return statements.first("pragma integrity_check", row -> row.getString(1)).orElseThrow();
  }
}
