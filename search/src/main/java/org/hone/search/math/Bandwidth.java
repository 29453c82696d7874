package org.hone.search.math;

/** How wide the kernels about observations of the unit interval are. */
final class Bandwidth {
  private static final double MOST_DIVISIONS = 100;

  private Bandwidth() {}

  /**
   * The distance to the farther of the two neighbours, within {@code 1/min(100, n + 2)} and 1
   * ("magic clipping").
   *
   * @return in the order of the kernels, with room for the prior at the end
   * @see <a href="https://arxiv.org/abs/2304.11127">Watanabe 2023, section 3.3.4, and Bergstra et
   *     al. 2011</a>
   */
  static double[] neighbours(Observations observations) {
    int n = observations.size();
    double[] coordinates = observations.coordinates();
    int[] kernels = observations.kernels();
    double[] widths = new double[n + 1];
    double least = 1 / Math.min(MOST_DIVISIONS, n + 2.0);
    int last = -1;
    double lastMean = 0;
    double toLast = 0;
    for (int trial : observations.ascending()) {
      int kernel = kernels[trial];
      if (kernel >= 0) {
        double mean = coordinates[trial];
        double gap = last < 0 ? 0 : mean - lastMean;
        if (last >= 0) {
          widths[last] = Math.max(least, Math.max(toLast, gap));
        }
        last = kernel;
        lastMean = mean;
        toLast = gap;
      }
    }
    if (last >= 0) {
      double toEnd = n == 1 ? Math.max(lastMean, 1 - lastMean) : toLast;
      widths[last] = Math.max(least, toEnd);
    }
    return widths;
  }
}
