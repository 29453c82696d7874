package org.hone.search.math;

import java.util.Optional;

/**
 * A symmetric positive definite matrix, factored as {@code A = U'U} with U upper triangular
 * (Cholesky). All inner loops run along rows, so that the compiler makes vector instructions of
 * them; for the few hundred rows of a Gaussian process this is several times as fast as a general
 * library.
 *
 * @see <a href="https://jhupbooks.press.jhu.edu/title/matrix-computations">Golub and Van Loan,
 *     Matrix Computations, 4th edition, section 4.2</a>
 */
public final class PositiveDefinite {
  private final double[][] rows;

  private PositiveDefinite(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Factors a matrix; empty if it is not positive definite to working precision.
   *
   * @param upper rows of the matrix, of which only the entries on and right of the diagonal are
   *     read; they are overwritten
   */
  public static Optional<PositiveDefinite> factor(double[][] upper) {
    int n = upper.length;
    for (int i = 0; i < n; i++) {
      double[] row = upper[i];
      for (int k = 0; k < i; k++) {
        subtract(row, upper[k][i], upper[k], i, n);
      }
      double pivot = row[i];
      if (!(pivot > 0) || Double.isInfinite(pivot)) {
        return Optional.empty();
      }
      double scale = 1 / Math.sqrt(pivot);
      for (int j = i; j < n; j++) {
        row[j] *= scale;
      }
    }
    return Optional.of(new PositiveDefinite(upper));
  }

  private static void subtract(double[] row, double factor, double[] other, int from, int to) {
    for (int j = from; j < to; j++) {
      row[j] -= factor * other[j];
    }
  }

  private static void add(double[] row, double factor, double[] other, int from, int to) {
    for (int j = from; j < to; j++) {
      row[j] += factor * other[j];
    }
  }

  /** Rows and columns. */
  public int size() {
    return rows.length;
  }

  /** {@code log det A}. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += Math.log(rows[i][i]);
    }
    return 2 * sum;
  }

  /** Replaces b by {@code z = U'^-1 b}, whose square is {@code b'A^-1 b}. */
  public void whiten(double[] b) {
    for (int k = 0; k < rows.length; k++) {
      double z = b[k] / rows[k][k];
      b[k] = z;
      subtract(b, z, rows[k], k + 1, rows.length);
    }
  }

  /** Replaces z by {@code U^-1 z}: after {@link #whiten}, b has become {@code A^-1 b}. */
  public void unwhiten(double[] z) {
    for (int k = rows.length - 1; k >= 0; k--) {
      z[k] = (z[k] - DotProduct.from(k + 1, rows[k], z)) / rows[k][k];
    }
  }

  /** Replaces b by {@code A^-1 b}. */
  public void solve(double[] b) {
    whiten(b);
    unwhiten(b);
  }

  /** The entries on and right of the diagonal of {@code A^-1}; those left of it are 0. */
  public double[][] upperInverse() {
    int n = rows.length;
    double[][] w = whitenedUnits();
    double[][] inverse = new double[n][n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i <= k; i++) {
        add(inverse[i], w[k][i], w[k], i, k + 1);
      }
    }
    return inverse;
  }

  /** {@code W = U'^-1}, lower triangular. */
  private double[][] whitenedUnits() {
    int n = rows.length;
    double[][] w = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] row = w[i];
      row[i] = 1;
      for (int k = 0; k < i; k++) {
        subtract(row, rows[k][i], w[k], 0, k + 1);
      }
      double scale = 1 / rows[i][i];
      for (int j = 0; j <= i; j++) {
        row[j] *= scale;
      }
    }
    return w;
  }
}
