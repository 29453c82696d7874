package org.hone.search.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the SQL of one kind of database differs from that of another. */
interface Dialect {

  /** The folder of its DDL among the resources. */
  String folder();

  /**
   * Held until the end of the transaction, so that of several processes which open a new database
   * one creates the tables.
   */
  void lockSchema(Statements statements) throws SQLException;

  /** The names of all tables. */
  List<String> tables(Statements statements) throws SQLException;

  /** An SQL expression: an id for the next study that none ever had. */
  String nextStudyId();

  /** An SQL expression: an id for the next trial that none ever had. */
  String nextTrialId();

  /** What follows a select whose rows nobody else may change until the end of the transaction. */
  String forUpdate();

  /** As {@link #forUpdate}, and rows that somebody else holds are passed over. */
  String forUpdateSkipLocked();

  /** What follows an id that must be among those of one argument. */
  String among();

  /** The argument for {@link #among}. */
  Object ids(Collection<Long> ids);

  /** The place of a {@link #timestamp} where its type does not follow from a column. */
  String timestampArgument();

  /** The moment as an argument of a statement, in UTC. */
  Object timestamp(Instant moment);

  /** The moment in a column; empty if NULL. */
  Optional<Instant> instant(ResultSet row, int column) throws SQLException;
}
