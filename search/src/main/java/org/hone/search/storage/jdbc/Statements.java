package org.hone.search.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one connection is asked: statements with their arguments, run at once. Each text is prepared
 * only the first time. One thread at a time.
 */
final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> idle = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** What one row becomes. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something done with each row. */
  @FunctionalInterface
  interface EachRow {
    void accept(ResultSet row) throws SQLException;
  }

  /** Something done with a prepared statement. */
  @FunctionalInterface
  private interface Use<T> {
    T apply(PreparedStatement statement) throws SQLException;
  }

  /** Runs a statement that has no arguments and no result that matters. */
  void execute(String sql) throws SQLException {
    use(
        sql,
        statement -> {
          if (statement.execute()) {
            statement.getResultSet().close();
          }
          return true;
        });
  }

  /** How many rows it changed. */
  int update(String sql, @Nullable Object... arguments) throws SQLException {
    return use(
        sql,
        statement -> {
          bind(statement, arguments);
          return statement.executeUpdate();
        });
  }

  /** Runs the same statement for each of several lists of arguments. */
  void updateAll(String sql, List<@Nullable Object[]> batch) throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    use(
        sql,
        statement -> {
          for (@Nullable Object[] arguments : batch) {
            bind(statement, arguments);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  void each(String sql, EachRow action, @Nullable Object... arguments) throws SQLException {
    use(
        sql,
        statement -> {
          bind(statement, arguments);
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              action.accept(rows);
            }
          }
          return true;
        });
  }

  <T> List<T> all(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    List<T> all = new ArrayList<>();
    each(sql, rows -> all.add(row.read(rows)), arguments);
    return all;
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    return all(sql, row, arguments).stream().findFirst();
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  /** While it is used a statement is not idle, so that a row's action may run the same text. */
  private <T> T use(String sql, Use<T> use) throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
    boolean done = false;
    try {
      T result = use.apply(statement);
      done = idle.putIfAbsent(sql, statement) == null;
      return result;
    } finally {
      if (!done) {
        statement.close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : idle.values()) {
      statement.close();
    }
    idle.clear();
  }
}
