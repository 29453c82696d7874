package org.hone.search.math;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;

/**
 * Kernels over unordered categories: the observed one stands out, all others share the prior's
 * weight, which fades as observations become more.
 *
 * <pre>
 * {@code p_k(c) = ([c = c_k] + 1/n) / (1 + C/n), n kernels, C categories; the prior is uniform }
 * </pre>
 */
final class CategoricalKernels implements Kernels {
  private static final int PRIOR = -1;

  private final int categories;
  private final int[] observed;
  private final double logHit;
  private final double logMiss;

  CategoricalKernels(int categories, double[] observations) {
    this.categories = categories;
    int n = observations.length + 1;
    observed = Arrays.copyOf(Arrays.stream(observations).mapToInt(x -> (int) x).toArray(), n);
    observed[n - 1] = PRIOR;
    double share = 1.0 / n;
    double total = 1 + categories * share;
    logHit = Math.log((1 + share) / total);
    logMiss = Math.log(share / total);
  }

  @Override
  public int count() {
    return observed.length;
  }

  @Override
  public double draw(int kernel, DoublePredicate allowed, RandomGenerator random) {
    double[] weights = new double[categories];
    for (int category = 0; category < categories; category++) {
      weights[category] = allowed.test(category) ? Math.exp(logProbability(kernel, category)) : 0;
    }
    return new WeightedChoice(weights).draw(random);
  }

  @Override
  public void addLogDensities(double value, double[] sums) {
    for (int kernel = 0; kernel < observed.length; kernel++) {
      sums[kernel] += logProbability(kernel, (int) value);
    }
  }

  private double logProbability(int kernel, int category) {
    if (observed[kernel] == PRIOR) {
      return -Math.log(categories);
    }
    return observed[kernel] == category ? logHit : logMiss;
  }
}
