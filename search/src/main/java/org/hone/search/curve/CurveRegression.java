package org.hone.search.curve;

import java.util.Optional;
import org.hone.search.math.PositiveDefinite;
import org.hone.search.math.StudentT;

/**
 * Gaussian process regression whose overall variance is unknown, and so a Student-t process: with
 * few observations its tails are heavy.
 *
 * <pre>{@code
 * r ~ N(0, s^2 (K + I)), 1/s^2 ~ Gamma(a, b), a = 1, b = 0.05
 * r* | r ~ t with 2a + n degrees of freedom, mean k*' A^-1 r, A = K + I,
 *         scale^2 = (b + r' A^-1 r / 2) / (a + n/2) (k** + 1 - k*' A^-1 k*)
 * log p(r) = -log det(A) / 2 - (a + n/2) log(b + r' A^-1 r / 2) + constant
 * }</pre>
 *
 * @see <a href="https://proceedings.mlr.press/v33/shah14.html">Shah, Wilson and Ghahramani,
 *     Student-t processes as alternatives to Gaussian processes, AISTATS 2014</a>
 */
final class CurveRegression {
  private static final double SHAPE = 1;
  private static final double RATE = 0.05;

  private final CurveKernel kernel;
  private final CurvePoint[] points;
  private final PositiveDefinite matrix;
  private final double[] weights;
  private final double rate;

  private CurveRegression(
      CurveKernel kernel, CurvePoint[] points, PositiveDefinite matrix, double[] targets) {
    this.kernel = kernel;
    this.points = points;
    this.matrix = matrix;
    weights = targets.clone();
    matrix.whiten(weights);
    rate = RATE + square(weights) / 2;
    matrix.unwhiten(weights);
  }

  /**
   * Of observations.
   *
   * @param targets one for each point, finite
   * @return empty if the matrix is singular to working precision
   */
  static Optional<CurveRegression> of(CurveKernel kernel, CurvePoint[] points, double[] targets) {
    int n = points.length;
    double[][] upper = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        upper[i][j] = kernel.of(points[i], points[j]);
      }
      upper[i][i]++;
    }
    return PositiveDefinite.factor(upper)
        .map(matrix -> new CurveRegression(kernel, points, matrix, targets));
  }

  /** Up to a constant that only depends on the number of observations. */
  double logEvidence() {
    return -matrix.logDeterminant() / 2 - (SHAPE + points.length / 2.0) * Math.log(rate);
  }

  /** The point's expected target. */
  double mean(CurvePoint point) {
    double mean = 0;
    for (int i = 0; i < points.length; i++) {
      mean += kernel.of(point, points[i]) * weights[i];
    }
    return mean;
  }

  /** The probability that the point's target is at most this. */
  double chanceBelow(double target, CurvePoint point) {
    double[] k = new double[points.length];
    double mean = 0;
    for (int i = 0; i < k.length; i++) {
      k[i] = kernel.of(point, points[i]);
      mean += k[i] * weights[i];
    }
    matrix.whiten(k);
    double variance = Math.max(1, kernel.of(point, point) + 1 - square(k));
    double scale = Math.sqrt(variance * rate / (SHAPE + points.length / 2.0));
    return StudentT.cdf((target - mean) / scale, (int) (2 * SHAPE) + points.length);
  }

  private static double square(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return sum;
  }
}
