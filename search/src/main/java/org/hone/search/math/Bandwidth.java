package org.hone.search.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How wide the kernels about observations of the unit interval are. */
final class Bandwidth {
  private static final double MOST_DIVISIONS = 100;

  private Bandwidth() {}

  /**
   * The distance to the farther of the two neighbours, within {@code 1/min(100, n + 2)} and 1
   * ("magic clipping").
   *
   * @param means of n kernels, within [0, 1], in any order
   * @see <a href="https://arxiv.org/abs/2304.11127">Watanabe 2023, section 3.3.4, and Bergstra et
   *     al. 2011</a>
   */
  static double[] neighbours(double[] means) {
    int n = means.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> means[i]))
            .mapToInt(i -> i)
            .toArray();
    double least = 1 / Math.min(MOST_DIVISIONS, n + 2.0);
    double[] widths = new double[n];
    for (int rank = 0; rank < n; rank++) {
      double here = means[order[rank]];
      double toPrevious = rank == 0 ? 0 : here - means[order[rank - 1]];
      double toNext = rank == n - 1 ? 0 : means[order[rank + 1]] - here;
      widths[order[rank]] = Math.max(least, Math.max(toPrevious, toNext));
    }
    if (n == 1) {
      Arrays.fill(widths, Math.max(least, Math.max(means[0], 1 - means[0])));
    }
    return widths;
  }
}
