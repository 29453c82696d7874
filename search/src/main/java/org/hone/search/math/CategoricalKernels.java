package org.hone.search.math;

import java.util.random.RandomGenerator;

/**
 * Kernels over unordered categories: the observed one stands out, all others share the prior's
 * weight, which fades as observations become more.
 *
 * <pre>
 * {@code p_k(c) = ([c = c_k] + w/n) / (1 + w C/n), n kernels, C categories, w the prior's weight;
 * the prior is uniform }
 * </pre>
 */
final class CategoricalKernels implements Kernels {
  private static final int PRIOR = -1;

  private final int categories;
  private final int[] observed;
  private final double logHit;
  private final double logMiss;
  private final double logAny;

  CategoricalKernels(int categories, Observations observations, double priorWeight) {
    this.categories = categories;
    int n = observations.size();
    double[] means = observations.means();
    observed = new int[n + 1];
    for (int k = 0; k < n; k++) {
      observed[k] = (int) means[k];
    }
    observed[n] = PRIOR;
    double share = priorWeight / (n + 1);
    double total = 1 + categories * share;
    logHit = Math.log((1 + share) / total);
    logMiss = Math.log(share / total);
    logAny = -Math.log(categories);
  }

  @Override
  public int count() {
    return observed.length;
  }

  @Override
  public double draw(int kernel, Window window, RandomGenerator random) {
    double[] weights = new double[categories];
    double total = 0;
    for (int category = 0; category < categories; category++) {
      weights[category] =
          window.allowed().test(category) ? Math.exp(peak(kernel) + drop(kernel, category)) : 0;
      total += weights[category];
    }
    return total > 0 ? new WeightedChoice(weights).draw(random) : random.nextInt(categories);
  }

  @Override
  public double peak(int kernel) {
    return observed[kernel] == PRIOR ? logAny : logHit;
  }

  @Override
  public double drop(int kernel, double coordinate) {
    int own = observed[kernel];
    return own == PRIOR || own == (int) coordinate ? 0 : logMiss - logHit;
  }

  @Override
  public void addDrops(double coordinate, double[] sums) {
    int category = (int) coordinate;
    double miss = logMiss - logHit;
    for (int k = 0; k < observed.length - 1; k++) {
      sums[k] += observed[k] == category ? 0 : miss;
    }
  }

  @Override
  public int keep(double coordinate, double least, int[] kernels, double[] sums, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int k = kernels[i];
      double sum = sums[i] + drop(k, coordinate);
      kernels[kept] = k;
      sums[kept] = sum;
      kept += sum > least ? 1 : 0;
    }
    return kept;
  }

  @Override
  public double deepestOfPrior() {
    return 0;
  }
}
