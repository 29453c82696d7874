package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares a fresh file with what Optuna 5.0.0 itself creates (3.6 and 4.9 create the same). */
class SchemaTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void create() {
    file = folder.resolve("fresh.db");
    JdbcStorage.open(file).close();
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      return new Statements(connection).all(sql, row -> row.getString(1));
    }
  }

  /** Type, name and normalised statement of every object, as written down from Optuna. */
  private static List<String> optunas() throws IOException {
    try (Stream<String> lines = Files.lines(resource("optuna-5.0.0-schema.txt"))) {
      return lines.sorted().toList();
    }
  }

  private static Path resource(String name) {
    return Path.of("src/test/resources/org/hone/search/storage/jdbc", name);
  }

  @Test
  void hasOptunasTablesExactly() throws SQLException, IOException {
    List<String> ours =
        query(
                "select type || ' ' || name || ': ' || sql from sqlite_master"
                    + " where sql is not null and name not like 'hone\\_%' escape '\\'")
            .stream()
            .map(line -> line.replaceAll("\\s+", " ").strip())
            .sorted()
            .toList();
    assertThat(ours).isEqualTo(optunas());
  }

  @Test
  void beginsAllOtherNamesWithHone() throws SQLException {
    assertThat(query("select name from sqlite_master where name like 'hone\\_%' escape '\\'"))
        .containsExactlyInAnyOrder(
            "hone_schema",
            "hone_studies",
            "hone_series",
            "hone_provenance",
            "hone_deleted",
            "hone_study_deleted",
            "hone_trial_deleted");
  }

  @Test
  void saysWhichVersionsItHas() throws SQLException {
    assertThat(query("select version_num from alembic_version")).containsExactly("v3.2.0.a");
    assertThat(
            query(
                "select version_info_id || ' ' || schema_version || ' ' || library_version from version_info"))
        .containsExactly("1 12 5.0.0");
    assertThat(query("select version from hone_schema")).containsExactly("1");
  }

  @Test
  void writesAheadOfTheDatabase() throws SQLException {
    assertThat(query("pragma journal_mode")).containsExactly("wal");
  }
}
