package org.hone.search.sampler.gp;

import static org.hone.search.sampler.gp.WarpedInputs.ROOT_5;

import java.util.Arrays;

/**
 * The sum of a joint and an additive Matern-5/2 kernel: the first knows interactions, the second
 * learns what each parameter does by itself from every trial at once.
 *
 * <pre>{@code
 * k(x, x') = s_j M(r) + s_a / D * sum_d active_d(x) active_d(x') M(|u_d - u'_d| / l'_d)
 * r^2 = sum_d (u_d - u'_d)^2 / l_d^2,   M(r) = (1 + sqrt(5) r + 5/3 r^2) exp(-sqrt(5) r)
 * }</pre>
 *
 * Between categories the distance is 0 or 1. What an inactive parameter would be is of no effect:
 * in the joint kernel all points without it agree about it, in the additive kernel it adds nothing.
 * An instance compares the points of one set with those of another.
 *
 * @see <a href="https://arxiv.org/abs/1206.2944">Snoek et al., Practical Bayesian optimization,
 *     NeurIPS 2012: Matern-5/2 with a length scale for each input</a>
 * @see <a href="https://arxiv.org/abs/1112.4394">Duvenaud et al., Additive Gaussian processes,
 *     NeurIPS 2011</a>
 * @see <a href="https://arxiv.org/abs/1409.4011">Swersky et al., Raiders of the lost architecture,
 *     2014: kernels for conditional parameters</a>
 */
final class Kernel {
  private final Axes axes;
  private final WarpedInputs a;
  private final WarpedInputs b;
  private final double joint;
  private final double own;
  private final double[] weights;
  private final double[] rates;

  /**
   * @param a whose points are rows
   * @param b whose points are columns
   */
  Kernel(Axes axes, Hyperparameters theta, WarpedInputs a, WarpedInputs b) {
    this.axes = axes;
    this.a = a;
    this.b = b;
    this.joint = theta.joint();
    this.own = theta.additive() / Math.max(1, axes.count());
    this.weights = new double[axes.count()];
    this.rates = new double[axes.count()];
    for (int d = 0; d < axes.count(); d++) {
      double length = theta.jointLengthOf(d);
      weights[d] = 1 / (length * length);
      rates[d] = ROOT_5 / theta.ownLengthOf(d);
    }
  }

  /** {@code M} of {@code t = sqrt(5) r}. */
  private static double matern(double t) {
    return (1 + t + t * t / 3) * Math.exp(-t);
  }

  /** {@code 1 / l_d^2}. */
  double weight(int d) {
    return weights[d];
  }

  /** {@code k(x, x)} of row i. */
  double variance(int i) {
    double sum = joint;
    for (int d = 0; d < axes.count(); d++) {
      sum += own * a.active[d][i];
    }
    return sum;
  }

  /**
   * The joint kernel between row i and the columns from {@code from} on.
   *
   * @param slope is filled with its derivative by {@code r^2}
   */
  void joint(int i, int from, double[] value, double[] slope) {
    int n = b.count;
    Arrays.fill(value, from, n, 0);
    for (int d = 0; d < axes.count(); d++) {
      if (axes.isCategorical(d)) {
        addMismatch(d, i, from, value);
      } else {
        addSquare(d, i, from, value);
      }
    }
    for (int j = from; j < n; j++) {
      double t = Math.sqrt(5 * value[j]);
      double e = joint * Math.exp(-t);
      value[j] = (1 + t + t * t * (1.0 / 3)) * e;
      slope[j] = (1 + t) * e * (-5.0 / 6);
    }
  }

  private void addSquare(int d, int i, int from, double[] sum) {
    double u = a.u[d][i];
    double[] v = b.u[d];
    double weight = weights[d];
    for (int j = from; j < b.count; j++) {
      double difference = v[j] - u;
      sum[j] += weight * difference * difference;
    }
  }

  private void addMismatch(int d, int i, int from, double[] sum) {
    double u = a.u[d][i];
    double[] v = b.u[d];
    double weight = weights[d];
    for (int j = from; j < b.count; j++) {
      sum[j] += v[j] == u ? 0 : weight;
    }
  }

  /** The additive kernel between row i and the columns from {@code from} on. */
  void additive(int i, int from, double[] value) {
    Arrays.fill(value, from, b.count, 0);
    for (int d = 0; d < axes.count(); d++) {
      if (a.active[d][i] == 0) {
        continue;
      }
      if (axes.isCategorical(d)) {
        addCategory(d, i, from, value);
      } else {
        addNumber(d, i, from, value);
      }
    }
  }

  private void addCategory(int d, int i, int from, double[] sum) {
    double u = a.u[d][i];
    double[] v = b.u[d];
    double[] active = b.active[d];
    double unlike = own * matern(rates[d]);
    for (int j = from; j < b.count; j++) {
      sum[j] += active[j] * (v[j] == u ? own : unlike);
    }
  }

  private void addNumber(int d, int i, int from, double[] sum) {
    double u = a.u[d][i];
    double rate = rates[d];
    double rising = own * a.rising[d][i];
    double falling = own * a.falling[d][i];
    double[] v = b.u[d];
    double[] up = b.rising[d];
    double[] down = b.falling[d];
    double[] active = b.active[d];
    for (int j = from; j < b.count; j++) {
      double t = rate * Math.abs(v[j] - u);
      double e = Math.min(rising * down[j], falling * up[j]);
      sum[j] += active[j] * (1 + t + t * t * (1.0 / 3)) * e;
    }
  }

  /**
   * How axis d's part of the additive kernel between row i and the columns from {@code from} on
   * changes.
   *
   * @param byLength is filled with its derivative by {@code log l'_d}
   * @param byInput is filled with its derivative by {@code u_d} of the row; 0 for categories
   */
  void additiveSlopes(int d, int i, int from, double[] byLength, double[] byInput) {
    if (a.active[d][i] == 0) {
      Arrays.fill(byLength, from, b.count, 0);
      Arrays.fill(byInput, from, b.count, 0);
    } else if (axes.isCategorical(d)) {
      categorySlopes(d, i, from, byLength);
      Arrays.fill(byInput, from, b.count, 0);
    } else {
      numberSlopes(d, i, from, byLength, byInput);
    }
  }

  private void categorySlopes(int d, int i, int from, double[] byLength) {
    double t = rates[d];
    double unlike = own * t * t / 3 * (1 + t) * Math.exp(-t);
    for (int j = from; j < b.count; j++) {
      byLength[j] = b.u[d][j] == a.u[d][i] ? 0 : b.active[d][j] * unlike;
    }
  }

  private void numberSlopes(int d, int i, int from, double[] byLength, double[] byInput) {
    double u = a.u[d][i];
    double rate = rates[d];
    double third = rate * (1.0 / 3);
    double rising = own * a.rising[d][i];
    double falling = own * a.falling[d][i];
    double[] v = b.u[d];
    double[] up = b.rising[d];
    double[] down = b.falling[d];
    double[] active = b.active[d];
    for (int j = from; j < b.count; j++) {
      double difference = rate * (v[j] - u);
      double t = Math.abs(difference);
      double e = active[j] * Math.min(rising * down[j], falling * up[j]) * (1 + t);
      byLength[j] = t * t * (1.0 / 3) * e;
      byInput[j] = difference * third * e;
    }
  }
}
