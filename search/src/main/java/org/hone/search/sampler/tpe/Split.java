package org.hone.search.sampler.tpe;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hone.search.math.HypervolumeSubset;
import org.hone.search.math.NonDominatedSort;

/**
 * Which of the trials that are over are good. With several objectives: front by front, and of the
 * front that does not fit as a whole those that together dominate most.
 *
 * @see <a href="https://doi.org/10.1145/3377930.3389817">Ozaki et al., Multiobjective
 *     tree-structured Parzen estimator, GECCO 2020</a>
 * @see <a href="https://doi.org/10.1613/jair.1.13188">Ozaki et al., JAIR 2022</a>
 */
final class Split {
  private Split() {}

  /** The study's good trials, in the order of their numbers. */
  static int[] good(Standings standings, TpeSettings settings) {
    int[] finished = standings.bestFirst();
    int share = settings.gamma().applyAsInt(finished.length, standings.objectives());
    return good(finished, Math.min(finished.length, share), standings);
  }

  /**
   * The good ones, in the order of their numbers.
   *
   * @param finished from good to bad, as far as they have an order
   * @param count how many are good
   */
  static int[] good(int[] finished, int count, Standings standings) {
    int[] good = standings.objectives() > 1 ? frontFirst(finished, count, standings) : finished;
    int[] sorted = Arrays.copyOf(good, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Only complete trials have all values: pruned and infeasible ones stay behind them. */
  private static int[] frontFirst(int[] finished, int count, Standings standings) {
    int[] complete =
        Arrays.stream(finished)
            .filter(trial -> standings.of(trial).rank() == Standing.Rank.COMPLETE)
            .toArray();
    if (complete.length <= count) {
      return finished;
    }
    double[][] losses =
        Arrays.stream(complete).mapToObj(standings::losses).toArray(double[][]::new);
    return Arrays.stream(best(losses, count)).map(i -> complete[i]).toArray();
  }

  private static int[] best(double[][] losses, int count) {
    int[] ranks = NonDominatedSort.ranks(losses);
    int[] best = new int[count];
    int size = 0;
    for (int rank = 0; size < count; rank++) {
      int level = rank;
      int[] front = IntStream.range(0, ranks.length).filter(i -> ranks[i] == level).toArray();
      double[][] points = Arrays.stream(front).mapToObj(i -> losses[i]).toArray(double[][]::new);
      for (int i : HypervolumeSubset.of(points, Math.min(front.length, count - size))) {
        best[size++] = front[i];
      }
    }
    return best;
  }
}
