package org.hone.search.sampler.cmaes;

/** A trial as the strategy sees it. */
final class Individual {
  /**
   * By numeric coordinate, {@code (x - mean) / sigma}. For an inactive coordinate it is what was
   * drawn: no evidence for anything, and so it leaves step size and covariance as they are on
   * average, where a zero would shrink them.
   */
  final double[] step;

  /** By numeric coordinate: whether the mean may follow the step. */
  final boolean[] active;

  /** By categorical coordinate, the category's index; -1 while inactive. */
  final int[] categories;

  Individual(double[] step, boolean[] active, int[] categories) {
    this.step = step;
    this.active = active;
    this.categories = categories;
  }
}
