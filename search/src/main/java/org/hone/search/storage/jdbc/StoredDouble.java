package org.hone.search.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A double as Optuna stores it, in two columns, because not every database keeps infinities and
 * NaN.
 *
 * @param value null unless finite
 * @param type FINITE, INF_POS, INF_NEG or NAN
 */
record StoredDouble(@Nullable Double value, String type) {

  static StoredDouble of(double number) {
    if (Double.isNaN(number)) {
      return new StoredDouble(null, "NAN");
    }
    if (Double.isInfinite(number)) {
      return new StoredDouble(null, number > 0 ? "INF_POS" : "INF_NEG");
    }
    return new StoredDouble(number, "FINITE");
  }

  /** From the columns {@code column} and {@code column + 1}. */
  static double read(ResultSet row, int column) throws SQLException {
    String type = row.getString(column + 1);
    return switch (type) {
      case "INF_POS" -> Double.POSITIVE_INFINITY;
      case "INF_NEG" -> Double.NEGATIVE_INFINITY;
      case "NAN" -> Double.NaN;
      default -> row.getDouble(column);
    };
  }
}
