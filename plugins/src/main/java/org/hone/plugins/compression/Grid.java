package org.hone.plugins.compression;

/**
 * Evenly spaced values about zero.
 *
 * @param step between two of them
 * @param levels on either side of zero
 */
record Grid(float step, int levels) {
  private static final int RANGES = 10;

  /**
   * The grid with the least squared error, of those that reach to 10/10, 9/10, ..., 6/10 of the
   * largest weight: giving up a few large ones makes the steps between all others finer.
   */
  static Grid fitting(int bits, float... weights) {
    int levels = (1 << (bits - 1)) - 1;
    double largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    Grid best = new Grid((float) (largest / levels), levels);
    for (int range = RANGES - 1; range > RANGES / 2; range--) {
      Grid narrower = new Grid((float) (largest * range / RANGES / levels), levels);
      best = narrower.error(weights) < best.error(weights) ? narrower : best;
    }
    return best;
  }

  /** The nearest value of the grid; what is not a number stays so. */
  double nearest(double weight) {
    if (step == 0 || Double.isNaN(weight)) {
      return weight;
    }
    return (double) step * Math.max(-levels, Math.min(levels, Math.rint(weight / step)));
  }

  /** The sum of squared distances. */
  double error(float... weights) {
    double error = 0;
    for (float weight : weights) {
      double distance = weight - nearest((double) weight);
      error += distance * distance;
    }
    return error;
  }
}
