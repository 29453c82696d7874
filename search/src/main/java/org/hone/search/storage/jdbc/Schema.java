package org.hone.search.storage.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hone.search.storage.StorageException;

/**
 * The tables: Optuna's, exactly as Optuna creates them, and Hone's own beside them. Either are
 * created where they are missing; a database of another version is refused and left alone.
 */
final class Schema {
  private static final String OPTUNA_VERSION = "v3.2.0.a";
  private static final int HONE_VERSION = 1;

  /**
   * A semicolon at the end of a line; those within a trigger have an indented line or END behind
   * them.
   */
  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\R(?!\\t|END;)");

  private final Statements statements;
  private final Database database;

  Schema(Statements statements, Database database) {
    this.statements = statements;
    this.database = database;
  }

  /**
   * Creates what is missing.
   *
   * @return whether anything was
   * @throws StorageException if the database belongs to something else or to another version
   */
  boolean prepare() throws SQLException {
    Dialect dialect = database.dialect();
    dialect.lockSchema(statements);
    List<String> tables = dialect.tables(statements);
    if (tables.isEmpty()) {
      run("optuna-" + OPTUNA_VERSION);
    } else {
      requireOptuna(tables);
    }
    if (tables.contains("hone_schema")) {
      requireHone();
      return false;
    }
    run("hone-" + HONE_VERSION);
    return true;
  }

  private static final String OPTUNA = "select version_num from alembic_version";

  private void requireOptuna(List<String> tables) throws SQLException {
    if (!tables.contains("studies") || !tables.contains("alembic_version")) {
      throw refused("is not a database of studies: it has the tables " + tables);
    }
    Optional<String> version = statements.first(OPTUNA, row -> row.getString(1));
    if (!version.equals(Optional.of(OPTUNA_VERSION))) {
      throw refused(
          "has version %s of Optuna's tables, but Hone knows %s; 'optuna storage upgrade' may help"
              .formatted(version.orElse("(none)"), OPTUNA_VERSION));
    }
  }

  private static final String HONE = "select version from hone_schema";

  private void requireHone() throws SQLException {
    Optional<Integer> version = statements.first(HONE, row -> row.getInt(1));
    if (!version.equals(Optional.of(HONE_VERSION))) {
      throw refused(
          "has version %s of Hone's tables, but this Hone knows %d; open it with the Hone that wrote it"
              .formatted(version.map(String::valueOf).orElse("(none)"), HONE_VERSION));
    }
  }

  private StorageException refused(String why) {
    return new StorageException(database.name() + " " + why);
  }

  private void run(String file) throws SQLException {
    String script = resource(database.dialect().folder() + "/" + file + ".sql");
    List<String> all =
        END_OF_STATEMENT.splitAsStream(script).filter(sql -> !sql.isBlank()).toList();
    for (String sql : all) {
      statements.execute(sql);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
