package org.hone.search.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hone.search.storage.StorageException;

/** One connection, used by one thread at a time, one transaction after the other. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final String begin;
  private final String database;

  private Session(Connection connection, String begin, String database) {
    this.connection = connection;
    this.begin = begin;
    this.database = database;
  }

  /**
   * Connects to the database.
   *
   * @param begin the statement that begins a transaction
   */
  static Session open(Dialect dialect, String begin) {
    try {
      return new Session(dialect.connect(), begin, dialect.database());
    } catch (SQLException e) {
      throw failed(dialect.database(), e);
    }
  }

  /** What happens within a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Does the work, and commits; rolls everything back if it throws. */
  synchronized <T> T run(Work<T> work) {
    try {
      return commit(work);
    } catch (SQLException e) {
      throw failed(database, e);
    }
  }

  /** Something done outside of any transaction. */
  @FunctionalInterface
  interface Outside {
    void run(Connection connection) throws SQLException;
  }

  /** Does what cannot be done within a transaction. */
  synchronized void runOutside(Outside work) {
    try {
      work.run(connection);
    } catch (SQLException e) {
      throw failed(database, e);
    }
  }

  private <T> T commit(Work<T> work) throws SQLException {
    execute(begin);
    boolean done = false;
    try {
      T result = work.run(connection);
      execute("commit");
      done = true;
      return result;
    } finally {
      if (!done) {
        execute("rollback");
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static StorageException failed(String database, SQLException cause) {
    return new StorageException(database + ": " + cause.getMessage(), cause);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(database, e);
    }
  }
}
