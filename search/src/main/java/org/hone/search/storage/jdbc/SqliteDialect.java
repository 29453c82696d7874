package org.hone.search.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** SQLite's SQL. Whoever writes holds the whole file, so that no rows need to be locked. */
final class SqliteDialect implements Dialect {

  @Override
  public String folder() {
    return "sqlite";
  }

  @Override
  public void lockSchema(Statements statements) {}

  private static final String TABLES =
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'";

  @Override
  public List<String> tables(Statements statements) throws SQLException {
    return statements.all(TABLES, row -> row.getString(1));
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
  public String forUpdate() {
    return "";
  }

  @Override
  public String forUpdateSkipLocked() {
    return "";
  }

  @Override
  public String among() {
    return " in (select value from json_each(?))";
  }

  @Override
  public Object ids(Collection<Long> ids) {
    return ids.toString();
  }

  @Override
  public String timestampArgument() {
    return "?";
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
