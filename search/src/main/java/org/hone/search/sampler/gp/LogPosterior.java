package org.hone.search.sampler.gp;

import java.util.Arrays;
import java.util.Optional;
import org.hone.search.math.DotProduct;
import org.hone.search.math.Kumaraswamy;
import org.hone.search.math.LbfgsB;
import org.hone.search.math.PositiveDefinite;

/**
 * The negative logarithm of the hyperparameters' posterior density, and its gradient.
 *
 * <pre>{@code
 * L = (y - m)' K^-1 (y - m) / 2 + log det K / 2 - log prior,  m = 1'K^-1 y / 1'K^-1 1
 * dL/dt = sum_ij G_ij dK_ij/dt,  G = (K^-1 - a a') / 2,  a = K^-1 (y - m)
 * }</pre>
 *
 * @see <a href="https://gaussianprocess.org/gpml/">Rasmussen and Williams, Gaussian processes for
 *     machine learning, 2006, equations (2.30) and (5.9)</a>
 */
final class LogPosterior implements LbfgsB.Objective {
  private final Axes axes;
  private final Prior prior;
  private final double[][] points;
  private final double[] y;
  private final double[][] slopes;
  private final double[][] additive;
  private final double[] byLength;
  private final double[] byInput;

  /**
   * @param points as {@code SearchSpace.coordinates} gives them
   * @param y of each point
   */
  LogPosterior(Axes axes, Prior prior, double[][] points, double[] y) {
    this.axes = axes;
    this.prior = prior;
    this.points = points;
    this.y = y;
    int n = y.length;
    this.slopes = new double[n][n];
    this.additive = new double[n][n];
    this.byLength = new double[n];
    this.byInput = new double[n];
  }

  @Override
  public double at(double[] logs, double[] gradient) {
    Hyperparameters theta = new Hyperparameters(logs);
    WarpedInputs inputs = new WarpedInputs(axes, theta, points);
    Kernel kernel = new Kernel(axes, theta, inputs, inputs);
    Optional<PositiveDefinite> factored = PositiveDefinite.factor(covariance(kernel, theta));
    if (factored.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    PositiveDefinite k = factored.get();
    double[] a = residual(k);
    double fit = 0;
    for (int i = 0; i < y.length; i++) {
      fit += y[i] * a[i];
    }
    double[][] g = weigh(k.upperInverse(), a);
    double loss = 0.5 * (fit + k.logDeterminant()) + prior.penalty(logs, gradient);
    double[][] byU = new double[axes.count()][y.length];
    addVarianceSlopes(theta, g, fit, gradient);
    addAdditiveSlopes(kernel, g, byU, gradient);
    addJointSlopes(inputs, kernel, g, byU, gradient);
    addWarpSlopes(theta, byU, gradient);
    return loss;
  }

  private double[][] covariance(Kernel kernel, Hyperparameters theta) {
    int n = y.length;
    double[][] k = new double[n][n];
    for (int i = 0; i < n; i++) {
      kernel.joint(i, i, k[i], slopes[i]);
      kernel.additive(i, i, additive[i]);
      for (int j = i; j < n; j++) {
        k[i][j] += additive[i][j];
      }
      k[i][i] += theta.noise();
    }
    return k;
  }

  /** {@code a = K^-1 (y - m)}; then {@code y'a = (y - m)'a}, as a sums to 0. */
  private double[] residual(PositiveDefinite k) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    k.solve(ones);
    double[] a = y.clone();
    k.solve(a);
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < a.length; i++) {
      top += a[i];
      bottom += ones[i];
    }
    double mean = top / bottom;
    for (int i = 0; i < a.length; i++) {
      a[i] -= mean * ones[i];
    }
    return a;
  }

  /** G, doubled off the diagonal, so that sums run over pairs once. */
  private static double[][] weigh(double[][] inverse, double[] a) {
    int n = a.length;
    for (int i = 0; i < n; i++) {
      double[] row = inverse[i];
      double ai = a[i];
      for (int j = i; j < n; j++) {
        row[j] -= ai * a[j];
      }
      row[i] *= 0.5;
    }
    return inverse;
  }

  /** All variances together scale K, and {@code sum_ij G_ij K_ij = (n - (y - m)'a) / 2}. */
  private void addVarianceSlopes(
      Hyperparameters theta, double[][] g, double fit, double[] gradient) {
    double noise = 0;
    double own = 0;
    for (int i = 0; i < y.length; i++) {
      noise += g[i][i] * theta.noise();
      own += DotProduct.from(i, g[i], additive[i]);
    }
    gradient[Hyperparameters.noiseVariance(axes)] += noise;
    gradient[Hyperparameters.additiveVariance(axes)] += own;
    gradient[Hyperparameters.jointVariance(axes)] += 0.5 * (y.length - fit) - own - noise;
  }

  private void addAdditiveSlopes(Kernel kernel, double[][] g, double[][] byU, double[] gradient) {
    int n = y.length;
    for (int d = 0; d < axes.count(); d++) {
      double total = 0;
      for (int i = 0; i < n; i++) {
        kernel.additiveSlopes(d, i, i + 1, byLength, byInput);
        total += DotProduct.from(i + 1, g[i], byLength);
        byU[d][i] += DotProduct.from(i + 1, g[i], byInput);
        subtractProduct(byU[d], g[i], byInput, i + 1);
      }
      gradient[Hyperparameters.ownLength(d)] += total;
    }
  }

  private static void subtractProduct(double[] sum, double[] a, double[] b, int from) {
    for (int j = from; j < a.length; j++) {
      sum[j] -= a[j] * b[j];
    }
  }

  /**
   * With {@code C_ij = G_ij dk/dr^2} and R its row sums, {@code sum C_ij (u_i - u_j)^2 = sum R_i
   * u_i^2 - u'Cu} over pairs, and the slope by {@code u_i} is {@code 2 w (R_i u_i - (Cu)_i)}.
   */
  private void addJointSlopes(
      WarpedInputs inputs, Kernel kernel, double[][] g, double[][] byU, double[] gradient) {
    double[][] c = multiply(g);
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    double[] r = product(c, ones);
    for (int d = 0; d < axes.count(); d++) {
      double[] u = inputs.u[d];
      double w = kernel.weight(d);
      if (axes.isCategorical(d)) {
        gradient[Hyperparameters.jointLength(d)] -= 2 * w * mismatch(c, u);
        continue;
      }
      double[] cu = product(c, u);
      double squares = 0;
      for (int i = 0; i < u.length; i++) {
        double slope = r[i] * u[i] - cu[i];
        squares += u[i] * slope;
        byU[d][i] += 2 * w * slope;
      }
      gradient[Hyperparameters.jointLength(d)] -= 2 * w * squares;
    }
  }

  private double[][] multiply(double[][] g) {
    for (int i = 0; i < y.length; i++) {
      double[] row = g[i];
      double[] slope = slopes[i];
      for (int j = i; j < row.length; j++) {
        row[j] *= slope[j];
      }
    }
    return g;
  }

  /** {@code Cu} of a symmetric C held right of its diagonal, which is taken for 0. */
  private static double[] product(double[][] c, double[] u) {
    double[] sum = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      double[] row = c[i];
      double ui = u[i];
      sum[i] += DotProduct.from(i + 1, row, u);
      for (int j = i + 1; j < row.length; j++) {
        sum[j] += row[j] * ui;
      }
    }
    return sum;
  }

  private static double mismatch(double[][] c, double[] u) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      for (int j = i + 1; j < u.length; j++) {
        sum += u[i] == u[j] ? 0 : c[i][j];
      }
    }
    return sum;
  }

  private void addWarpSlopes(Hyperparameters theta, double[][] byU, double[] gradient) {
    for (int d = 0; d < axes.count(); d++) {
      if (!axes.isCategorical(d)) {
        addWarpSlopes(theta.warpingOf(d), d, byU[d], gradient);
      }
    }
  }

  private void addWarpSlopes(Kumaraswamy warping, int d, double[] byU, double[] gradient) {
    for (int i = 0; i < y.length; i++) {
      double x = points[i][d];
      if (!Double.isNaN(x)) {
        Kumaraswamy.Slopes slopes = warping.slopes(x);
        gradient[Hyperparameters.warpA(d)] += byU[i] * slopes.byLogA();
        gradient[Hyperparameters.warpB(d)] += byU[i] * slopes.byLogB();
      }
    }
  }
}
