package org.hone.reports.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for the number of questions asked at once: whoever calls an adjusted value below
 * 0.05 a discovery makes a false one in at most 5 % of such tables, however the tests depend.
 *
 * <pre>
 * {@code adjusted p_(i) = max over j <= i of min(1, (m - j + 1) * p_(j)), p_(1) <= ... <= p_(m)}
 * </pre>
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm, Scand. J. Statistics 1979</a>
 */
final class Holm {
  private Holm() {}

  /** The adjusted values in the order of the given ones, none of which is NaN. */
  static double[] adjust(double[] p) {
    int[] byP =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = Arrays.copyOf(p, p.length);
    double highest = 0;
    for (int i = 0; i < byP.length; i++) {
      highest = Math.max(highest, Math.min(1, (p.length - i) * p[byP[i]]));
      adjusted[byP[i]] = highest;
    }
    return adjusted;
  }
}
