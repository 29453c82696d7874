package org.hone.search.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts points into fronts: rank 0 has those that no other dominates, rank 1 those that only points
 * of rank 0 dominate, and so on. Every objective is minimised; NaN counts as positive infinity.
 *
 * <p>Points are visited in lexicographic order, so that only earlier ones can dominate later ones,
 * and the front of each is found by bisection over the fronts there are. With one or two objectives
 * a front's last member decides, which makes {@code O(n log n)}.
 *
 * @see <a href="https://doi.org/10.1109/TEVC.2014.2308305">Zhang et al., IEEE TEVC 2015: efficient
 *     non-dominated sort, ENS-BS</a>
 * @see <a href="https://doi.org/10.1109/TEVC.2003.817234">Jensen, IEEE TEVC 2003: two
 *     objectives</a>
 */
public final class NonDominatedSort {
  private final double[][] losses;

  private NonDominatedSort(double[][] losses) {
    this.losses = losses;
  }

  /**
   * Whether {@code a} is nowhere worse than {@code b} and somewhere better.
   *
   * @param a one loss per objective
   * @param b as many
   */
  public static boolean dominates(double[] a, double[] b) {
    boolean better = false;
    for (int m = 0; m < a.length; m++) {
      double here = orWorst(a[m]);
      double there = orWorst(b[m]);
      if (here > there) {
        return false;
      }
      better |= here < there;
    }
    return better;
  }

  /**
   * The rank of each point, from 0; equal points have equal ranks.
   *
   * @param losses one row per point, one column per objective
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static int[] ranks(double[][] losses) {
    if (Arrays.stream(losses).anyMatch(row -> row.length != losses[0].length)) {
      throw new IllegalArgumentException("points have one loss per objective, all equally many");
    }
    double[][] ordinary =
        Arrays.stream(losses)
            .map(row -> Arrays.stream(row).map(NonDominatedSort::orWorst).toArray())
            .toArray(double[][]::new);
    return new NonDominatedSort(ordinary).ranks();
  }

  /**
   * The rank of each point under constraints: feasible points by dominance among themselves, then
   * the infeasible ones by how much they violate, whatever their losses.
   *
   * @param losses one row per point, one column per objective
   * @param violations 0 (or less) for feasible points; NaN is infinite
   * @see <a href="https://doi.org/10.1109/4235.996017">Deb et al., IEEE TEVC 2002, section VI</a>
   */
  public static int[] ranks(double[][] losses, double[] violations) {
    if (losses.length != violations.length) {
      throw new IllegalArgumentException(
          "one violation per point is needed, but there are %d for %d points"
              .formatted(violations.length, losses.length));
    }
    int[] feasible = IntStream.range(0, losses.length).filter(i -> violations[i] <= 0).toArray();
    int[] ranks = new int[losses.length];
    int[] inner = ranks(Arrays.stream(feasible).mapToObj(i -> losses[i]).toArray(double[][]::new));
    for (int k = 0; k < feasible.length; k++) {
      ranks[feasible[k]] = inner[k];
    }
    rankInfeasible(ranks, violations, Arrays.stream(inner).max().orElse(-1) + 1);
    return ranks;
  }

  /** Equal violations share a rank. */
  private static void rankInfeasible(int[] ranks, double[] violations, int first) {
    double[] levels =
        Arrays.stream(violations)
            .filter(violation -> !(violation <= 0))
            .map(NonDominatedSort::orWorst)
            .sorted()
            .distinct()
            .toArray();
    for (int i = 0; i < ranks.length; i++) {
      if (!(violations[i] <= 0)) {
        ranks[i] = first + Arrays.binarySearch(levels, orWorst(violations[i]));
      }
    }
  }

  /**
   * The points that no other dominates, in the order given; all of several equal ones.
   *
   * @param losses one row per point, one column per objective
   * @return their indices
   */
  public static int[] front(double[][] losses) {
    int[] ranks = ranks(losses);
    return IntStream.range(0, ranks.length).filter(i -> ranks[i] == 0).toArray();
  }

  private int[] ranks() {
    int[] ranks = new int[losses.length];
    List<List<double[]>> fronts = new ArrayList<>();
    double[] previous = {};
    int rank = 0;
    for (int i : lexicographic()) {
      if (!Arrays.equals(losses[i], previous)) {
        rank = firstNotDominating(fronts, losses[i]);
        previous = losses[i];
        if (rank == fronts.size()) {
          fronts.add(new ArrayList<>());
        }
        fronts.get(rank).add(previous);
      }
      ranks[i] = rank;
    }
    return ranks;
  }

  private int[] lexicographic() {
    return IntStream.range(0, losses.length)
        .boxed()
        .sorted(Comparator.comparing(i -> losses[i], Arrays::compare))
        .mapToInt(i -> i)
        .toArray();
  }

  /** If a front dominates a point, every earlier front does. */
  private static int firstNotDominating(List<List<double[]>> fronts, double[] point) {
    int low = 0;
    int high = fronts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (dominates(fronts.get(middle), point)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean dominates(List<double[]> front, double[] point) {
    int last = front.size() - 1;
    int least = point.length <= 2 ? last : 0;
    for (int k = last; k >= least; k--) {
      if (dominates(front.get(k), point)) {
        return true;
      }
    }
    return false;
  }

  /** Also without the sign of zero, which {@link Arrays#compare} would see. */
  private static double orWorst(double loss) {
    return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss + 0.0;
  }
}
