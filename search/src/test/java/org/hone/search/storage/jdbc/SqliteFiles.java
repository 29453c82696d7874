package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** What SQLite itself thinks of a file. */
final class SqliteFiles {
  private SqliteFiles() {}

  static void assertWhole(Path file) {
    try (Database database = new SqliteDatabase(file, Durability.NORMAL)) {
      assertThat(answer(database, "pragma integrity_check")).containsExactly("ok");
      assertThat(answer(database, "pragma foreign_key_check")).isEmpty();
    }
  }

  private static List<String> answer(Database database, String question) {
    return database.read(s -> s.all(question, row -> row.getString(1)));
  }
}
