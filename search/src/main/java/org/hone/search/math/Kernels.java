package org.hone.search.math;

import java.util.random.RandomGenerator;

/**
 * One dimension of a {@link ParzenEstimator}: a kernel about each observed coordinate and, last,
 * the prior. Kernels are probability densities on the unit interval for continuous parameters and
 * probabilities for all others.
 */
public sealed interface Kernels permits NumericKernels, CellKernels, CategoricalKernels {

  /** The prior about a default, or about the middle, is a normal as wide as the range. */
  double PRIOR_WIDTH = 1;

  /**
   * The kernels of an axis.
   *
   * @param priorWeight how many observations the prior counts for
   */
  static Kernels of(Axis axis, Observations observations, double priorWeight) {
    if (axis.isCategorical()) {
      return new CategoricalKernels(axis.categories(), observations, priorWeight);
    }
    double[] means = observations.means();
    double[] widths = Bandwidth.neighbours(observations);
    means[observations.size()] = axis.preferred().orElse(0.5);
    widths[observations.size()] = PRIOR_WIDTH;
    return axis.isContinuous()
        ? new NumericKernels(means, widths)
        : new CellKernels(axis, means, widths);
  }

  /** How many kernels there are: one more than observations. */
  int count();

  /**
   * A coordinate drawn from one kernel, among those of a window; one that is not allowed if no
   * other is found.
   */
  double draw(int kernel, Window window, RandomGenerator random);

  /** The logarithm of a bound that a kernel's density nowhere exceeds. */
  double peak(int kernel);

  /** How far the log density of a kernel at a coordinate lies below its {@link #peak}, negative. */
  double drop(int kernel, double coordinate);

  /** Adds every kernel's {@link #drop} at a coordinate to {@code sums[kernel]}. */
  void addDrops(double coordinate, double[] sums);

  /**
   * Adds the {@link #drop}s of some kernels and keeps those that stay above a bound. Each kind has
   * a loop of its own: in a shared one the compiler could not tell whose drop it calls.
   *
   * @param kernels which ones; those kept are moved to the front
   * @param sums of those kernels, in the same order; moved with them
   * @param count how many there are
   * @return how many are kept
   */
  int keep(double coordinate, double least, int[] kernels, double[] sums, int count);

  /** The least {@link #drop} of the prior. */
  double deepestOfPrior();
}
