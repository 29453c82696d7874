package org.hone.search.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** One connection, used by one thread at a time, one transaction after the other. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Statements statements;

  Session(Connection connection) {
    this.connection = connection;
    this.statements = new Statements(connection);
  }

  /** What happens within a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Statements statements) throws SQLException;
  }

  /**
   * Does the work, and commits; rolls everything back if it throws.
   *
   * @param begin the statement that begins the transaction
   */
  synchronized <T> T run(String begin, Work<T> work) throws SQLException {
    statements.execute(begin);
    boolean done = false;
    try {
      T result = work.run(statements);
      statements.execute("commit");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  /**
   * What made it necessary is what the caller must hear of; a broken connection cannot roll back.
   */
  private void rollBack() {
    try {
      statements.execute("rollback");
    } catch (SQLException e) {
      return;
    }
  }

  /** Runs a statement outside of any transaction. */
  synchronized void execute(String sql) throws SQLException {
    statements.execute(sql);
  }

  @Override
  public synchronized void close() throws SQLException {
    try (connection) {
      statements.close();
    }
  }
}
