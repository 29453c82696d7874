package org.hone.search.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prepared statements with their arguments, run at once. */
final class Statements {
  private Statements() {}

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

  static int update(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  static void each(Connection connection, String sql, EachRow action, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        action.accept(rows);
      }
    }
  }

  static <T> List<T> all(
      Connection connection, String sql, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    List<T> all = new ArrayList<>();
    each(connection, sql, rows -> all.add(row.read(rows)), arguments);
    return all;
  }

  static <T> Optional<T> first(
      Connection connection, String sql, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    return all(connection, sql, row, arguments).stream().findFirst();
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
