package org.hone.search.storage.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.hone.search.storage.StorageException;

/** SQLite, in one file. */
record SqliteDialect(Path file) implements Dialect {
  private static final String PATIENCE_MILLIS = "60000";
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public String database() {
    return file.toString();
  }

  @Override
  public String folder() {
    return "sqlite";
  }

  @Override
  public Connection connect() throws SQLException {
    requireWritable();
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", PATIENCE_MILLIS);
    settings.setProperty("synchronous", "NORMAL");
    return DriverManager.getConnection("jdbc:sqlite:" + file, settings);
  }

  /**
   * Also holds for an administrator, whom the system would let write to a file that is marked
   * read-only.
   */
  private void requireWritable() {
    if (Files.exists(file) && (!Files.isWritable(file) || isMarkedReadOnly())) {
      throw new StorageException(file + " is read-only");
    }
  }

  private boolean isMarkedReadOnly() {
    try {
      return Files.getPosixFilePermissions(file).stream().noneMatch(WRITE::contains);
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }

  /** With a write-ahead log readers do not wait for writers. The file remembers it. */
  @Override
  public void settle(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
    }
  }

  @Override
  public String beginRead() {
    return "begin";
  }

  @Override
  public String beginWrite() {
    return "begin immediate";
  }

  private static final String TABLES =
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'";

  @Override
  public List<String> tables(Connection connection) throws SQLException {
    return Statements.all(connection, TABLES, row -> row.getString(1));
  }

  @Override
  public String nextStudyId() {
    return next("studies", "study_id", "study");
  }

  @Override
  public String nextTrialId() {
    return next("trials", "trial_id", "trial");
  }

  /** SQLite gives the id of a deleted last row out again; {@code hone_deleted} knows better. */
  private static String next(String table, String id, String kind) {
    return "(select max(coalesce(max(%s), 0), (select last_id from hone_deleted where kind = '%s')) + 1 from %s)"
        .formatted(id, kind, table);
  }

  @Override
  public Object timestamp(Instant moment) {
    return Timestamps.format(moment);
  }

  @Override
  public Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Timestamps::parse);
  }
}
