package org.hone.search.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where kinds of databases differ. One instance stands for one database. */
interface Dialect {

  /** What to call the database in messages. */
  String database();

  /** The folder of its DDL among the resources. */
  String folder();

  /** A new connection in auto-commit mode, to a database whose schema need not be right yet. */
  Connection connect() throws SQLException;

  /** Called once the schema is known to be right, before anything else is done. */
  void settle(Connection connection) throws SQLException;

  /** The statement that begins a transaction which sees one state of the database throughout. */
  String beginRead();

  /** The statement that begins a transaction while which nobody else writes. */
  String beginWrite();

  /** The names of all tables. */
  List<String> tables(Connection connection) throws SQLException;

  /** An SQL expression: an id for the next study that none ever had. */
  String nextStudyId();

  /** An SQL expression: an id for the next trial that none ever had. */
  String nextTrialId();

  /** The moment as an argument of a statement, in UTC. */
  Object timestamp(Instant moment);

  /** The moment in a column; empty if NULL. */
  Optional<Instant> instant(ResultSet row, int column) throws SQLException;
}
