package org.hone.search.sampler.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of the objectives' space that no point of a front dominates, up to a reference, cut into
 * boxes: slab by slab along the last objective, each slab cut along the others.
 *
 * @see <a href="https://doi.org/10.1007/s10898-016-0490-7">Yang et al., and Dachert et al., 2017:
 *     such partitions for the expected hypervolume improvement</a>
 */
final class Boxes {
  private final List<int[]> low = new ArrayList<>();
  private final List<int[]> high = new ArrayList<>();
  private final double[][] levels;

  /**
   * @param front losses that are better than the reference, one row per point; dominated points do
   *     no harm
   */
  Boxes(double[][] front, double[] reference) {
    levels = new double[reference.length][];
    for (int k = 0; k < reference.length; k++) {
      int objective = k;
      double[] values = Arrays.stream(front).mapToDouble(row -> row[objective]).toArray();
      levels[k] = levels(values, reference[k]);
    }
    List<int[]> ranks = new ArrayList<>();
    for (double[] row : front) {
      int[] rank = new int[row.length];
      for (int k = 0; k < row.length; k++) {
        rank[k] = Arrays.binarySearch(levels[k], row[k]);
      }
      ranks.add(rank);
    }
    int m = reference.length;
    cut(ranks, m - 1, new int[m], new int[m]);
  }

  private static double[] levels(double[] values, double reference) {
    double[] all = Arrays.copyOf(values, values.length + 2);
    all[values.length] = Double.NEGATIVE_INFINITY;
    all[values.length + 1] = reference;
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /**
   * @param points ranks of those that dominate something in the slab
   * @param from lower ranks of the slab along the objectives after {@code k}; likewise {@code to}
   */
  private void cut(List<int[]> points, int k, int[] from, int[] to) {
    if (k == 0) {
      from[0] = 0;
      to[0] = points.stream().mapToInt(p -> p[0]).min().orElse(levels[0].length - 1);
      low.add(from.clone());
      high.add(to.clone());
      return;
    }
    List<int[]> sorted = new ArrayList<>(points);
    sorted.sort((a, b) -> Integer.compare(a[k], b[k]));
    int begin = 0;
    for (int i = 0; i <= sorted.size(); i++) {
      int end = i < sorted.size() ? sorted.get(i)[k] : levels[k].length - 1;
      if (end > begin) {
        from[k] = begin;
        to[k] = end;
        cut(sorted.subList(0, i), k - 1, from, to);
        begin = end;
      }
    }
  }

  int count() {
    return low.size();
  }

  /** The distinct values along objective k from negative infinity to the reference. */
  double[] levels(int k) {
    return levels[k];
  }

  /** The level at which box b begins along objective k. */
  int low(int b, int k) {
    return low.get(b)[k];
  }

  /** The level at which box b ends along objective k. */
  int high(int b, int k) {
    return high.get(b)[k];
  }
}
