package org.hone.search.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's SQL. Text arguments carry no type, so that the server takes them for its enums. */
final class PostgresDialect implements Dialect {

  @Override
  public String folder() {
    return "postgresql";
  }

  private static final String LOCK_SCHEMA = "select pg_advisory_xact_lock(hashtext('hone_schema'))";

  @Override
  public void lockSchema(Statements statements) throws SQLException {
    statements.execute(LOCK_SCHEMA);
  }

  private static final String TABLES =
      "select tablename from pg_tables where schemaname = current_schema() order by tablename";

  @Override
  public List<String> tables(Statements statements) throws SQLException {
    return statements.all(TABLES, row -> row.getString(1));
  }

  /** A sequence gives no number out twice. */
  @Override
  public String nextStudyId() {
    return "default";
  }

  @Override
  public String nextTrialId() {
    return "default";
  }

  @Override
  public String forUpdate() {
    return " for update";
  }

  @Override
  public String forUpdateSkipLocked() {
    return " for update skip locked";
  }

  @Override
  public String among() {
    return " = any(?)";
  }

  @Override
  public Object ids(Collection<Long> ids) {
    return ids.toArray(Long[]::new);
  }

  @Override
  public String timestampArgument() {
    return "?::timestamp";
  }

  @Override
  public Object timestamp(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  @Override
  public Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
        .map(time -> time.toInstant(ZoneOffset.UTC));
  }
}
