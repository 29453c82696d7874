package org.hone.search.sampler.evolution;

import java.util.ArrayList;
import java.util.List;

/**
 * Directions spread evenly over the unit simplex: all whose coordinates are multiples of 1/p and
 * add up to 1.
 *
 * @see <a href="https://doi.org/10.1137/S1052623496307510">Das and Dennis, SIAM J. Optim. 1998</a>
 */
final class ReferencePoints {
  private ReferencePoints() {}

  /**
   * As many as there are for the largest p that makes no more than {@code most}; p is at least 1.
   */
  static List<double[]> atMost(int most, int objectives) {
    List<double[]> points = of(1, objectives);
    if (objectives == 1) {
      return points;
    }
    List<double[]> more = of(2, objectives);
    for (int divisions = 2; more.size() <= most; ) {
      points = more;
      more = of(++divisions, objectives);
    }
    return points;
  }

  private static List<double[]> of(int divisions, int objectives) {
    List<double[]> points = new ArrayList<>();
    add(points, new double[objectives], 0, divisions, divisions);
    return points;
  }

  private static void add(List<double[]> points, double[] point, int m, int left, int divisions) {
    if (m == point.length - 1) {
      point[m] = (double) left / divisions;
      points.add(point.clone());
      return;
    }
    for (int k = 0; k <= left; k++) {
      point[m] = (double) k / divisions;
      add(points, point, m + 1, left - k, divisions);
    }
  }
}
