package org.hone.search.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The hypervolume indicator: the volume of what a set of points dominates, up to a reference point.
 * Exact. Every objective is minimised.
 *
 * <pre>{@code hv(P, r) = volume of { x : p <= x <= r for some p of P }
 * contribution(p) = hv(P, r) - hv(P without p, r) }</pre>
 *
 * <p>Points that are not strictly better than the reference in every objective, or NaN somewhere,
 * add nothing; a point that is negative infinity somewhere makes the volume infinite. Dominated and
 * repeated points do no harm.
 *
 * @see <a href="https://doi.org/10.1109/TEVC.2010.2077298">While, Bradstreet and Barone, A fast way
 *     of calculating exact hypervolumes, IEEE TEVC 2012: three and more objectives, WFG</a>
 */
public final class Hypervolume {
  private Hypervolume() {}

  /**
   * The volume that the points dominate.
   *
   * @param losses one row per point, one column per objective
   * @param reference finite, one value per objective
   * @return 0 if no point is better than the reference
   * @throws IllegalArgumentException if the reference is not finite or a row has another length
   */
  public static double of(double[][] losses, double[] reference) {
    requireFit(losses, reference);
    return volume(within(losses, reference), reference);
  }

  /**
   * What each point adds to the volume of the others: its exclusive part. Of several equal points
   * each adds nothing.
   *
   * @param losses one row per point, one column per objective
   * @param reference finite, one value per objective
   * @return one volume per point, never negative or NaN
   * @throws IllegalArgumentException if the reference is not finite or a row has another length
   */
  public static double[] contributions(double[][] losses, double[] reference) {
    requireFit(losses, reference);
    double[] contributions = new double[losses.length];
    for (int i = 0; i < losses.length; i++) {
      if (isBetter(losses[i], reference)) {
        int skipped = i;
        double[][] others =
            IntStream.range(0, losses.length)
                .filter(j -> j != skipped)
                .mapToObj(j -> losses[j])
                .toArray(double[][]::new);
        contributions[i] = exclusive(losses[i], within(others, reference), reference);
      }
    }
    return contributions;
  }

  private static void requireFit(double[][] losses, double[] reference) {
    if (reference.length == 0 || !Arrays.stream(reference).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a reference point has at least one objective and is finite, but is "
              + Arrays.toString(reference));
    }
    for (double[] row : losses) {
      if (row.length != reference.length) {
        throw new IllegalArgumentException(
            "the reference point has %d objectives, but a point has %d"
                .formatted(reference.length, row.length));
      }
    }
  }

  private static boolean isBetter(double[] point, double[] reference) {
    return IntStream.range(0, point.length).allMatch(m -> point[m] < reference[m]);
  }

  private static double[][] within(double[][] points, double[] reference) {
    return Arrays.stream(points).filter(p -> isBetter(p, reference)).toArray(double[][]::new);
  }

  /** The part of p's box that no other point covers. */
  private static double exclusive(double[] p, double[][] others, double[] reference) {
    if (Arrays.stream(p).anyMatch(Double::isInfinite)) {
      return isExposed(p, others, reference) ? Double.POSITIVE_INFINITY : 0;
    }
    return Math.max(0, box(p, reference) - volume(limited(others, 0, p), reference));
  }

  /**
   * Whether something of an infinite box is left: far out only those others reach that are infinite
   * where p is, and there the finite objectives decide.
   */
  private static boolean isExposed(double[] p, double[][] others, double[] reference) {
    int[] finite = IntStream.range(0, p.length).filter(m -> Double.isFinite(p[m])).toArray();
    double[][] reaching =
        Arrays.stream(others)
            .filter(
                q ->
                    IntStream.range(0, p.length)
                        .allMatch(m -> Double.isFinite(p[m]) || q[m] == p[m]))
            .map(q -> project(q, finite))
            .toArray(double[][]::new);
    return reaching.length == 0
        || (finite.length > 0
            && exclusive(project(p, finite), reaching, project(reference, finite)) > 0);
  }

  private static double[] project(double[] point, int[] objectives) {
    return Arrays.stream(objectives).mapToDouble(m -> point[m]).toArray();
  }

  private static double box(double[] point, double[] reference) {
    double volume = 1;
    for (int m = 0; m < point.length; m++) {
      volume *= reference[m] - point[m];
    }
    return volume;
  }

  /** The points from {@code first} on, each moved into p's box. */
  private static double[][] limited(double[][] points, int first, double[] p) {
    double[][] limited = new double[points.length - first][p.length];
    for (int k = 0; k < limited.length; k++) {
      for (int m = 0; m < p.length; m++) {
        limited[k][m] = Math.max(points[first + k][m], p[m]);
      }
    }
    return limited;
  }

  private static double volume(double[][] points, double[] reference) {
    if (points.length == 0) {
      return 0;
    }
    return switch (reference.length) {
      case 1 -> reference[0] - Arrays.stream(points).mapToDouble(p -> p[0]).min().orElseThrow();
      case 2 -> sweep(points, reference);
      default -> slices(points, reference);
    };
  }

  /** Two objectives: strips from left to right, each down to the lowest point so far. */
  private static double sweep(double[][] points, double[] reference) {
    double[][] sorted = points.clone();
    Arrays.sort(sorted, Comparator.comparingDouble(p -> p[0]));
    double volume = 0;
    double top = reference[1];
    for (double[] p : sorted) {
      if (p[1] < top) {
        volume += (reference[0] - p[0]) * (top - p[1]);
        top = p[1];
      }
    }
    return volume;
  }

  /**
   * The sum of what each point adds to those after it. With the worst in the last objective first,
   * the limited set of those after it is flat there, so that one objective falls away.
   */
  private static double slices(double[][] points, double[] reference) {
    int last = reference.length - 1;
    double[] base = Arrays.copyOf(reference, last);
    double[][] sorted =
        Arrays.stream(NonDominatedSort.front(points))
            .mapToObj(i -> points[i])
            .sorted(Comparator.comparingDouble((double[] p) -> p[last]).reversed())
            .toArray(double[][]::new);
    double volume = 0;
    for (int k = 0; k < sorted.length; k++) {
      double[] p = Arrays.copyOf(sorted[k], last);
      double[][] after =
          Arrays.stream(sorted, k + 1, sorted.length)
              .map(q -> Arrays.copyOf(q, last))
              .toArray(double[][]::new);
      double area = exclusive(p, after, base);
      if (area > 0) {
        volume += (reference[last] - sorted[k][last]) * area;
      }
    }
    return volume;
  }
}
