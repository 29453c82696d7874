package org.hone.search.math;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;

/**
 * One dimension of a {@link ParzenEstimator}: a kernel about each observed value and, last, the
 * prior. Kernels are probability densities on the unit interval for continuous parameters and
 * probabilities for all others.
 */
public sealed interface Kernels permits NumericKernels, CategoricalKernels {

  /**
   * The kernels of a parameter.
   *
   * @param observations values of the distribution, in any order
   * @param preferred where the prior has its mode, for numbers; the middle of the range if empty
   */
  static Kernels of(Distribution distribution, double[] observations, OptionalDouble preferred) {
    return distribution instanceof CategoricalDistribution categorical
        ? new CategoricalKernels(categorical.choices().size(), observations)
        : new NumericKernels(distribution, observations, preferred);
  }

  /** How many kernels there are: one more than observations. */
  int count();

  /**
   * A value drawn from one kernel, among those allowed.
   *
   * @throws IllegalStateException if no allowed value is found
   */
  double draw(int kernel, DoublePredicate allowed, RandomGenerator random);

  /** Adds every kernel's log density (or log probability) of the value to {@code sums[kernel]}. */
  void addLogDensities(double value, double[] sums);
}
