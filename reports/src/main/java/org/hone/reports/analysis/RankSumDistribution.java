package org.hone.reports.analysis;

import java.util.Arrays;

/**
 * What the sum of m of the given ranks is worth if every choice of m is equally likely: the exact
 * null distribution of the rank-sum test, ties included.
 *
 * <p>Ranks are doubled so that midranks are whole. Counts stay exact in a double up to fifty ranks.
 *
 * <p>Source: the shift algorithm of Streitberg and Röhmel, "Exact distributions for permutation and
 * rank tests", Statistical Software Newsletter 12, 1986.
 */
final class RankSumDistribution {
  private final double[] probability;

  /**
   * @param doubledRanks of all values
   * @param m how many of them are summed
   */
  RankSumDistribution(int[] doubledRanks, int m) {
    int total = Arrays.stream(doubledRanks).sum();
    double[][] ways = new double[m + 1][total + 1];
    ways[0][0] = 1;
    int reached = 0;
    for (int rank : doubledRanks) {
      reached += rank;
      for (int j = m; j >= 1; j--) {
        for (int sum = reached; sum >= rank; sum--) {
          ways[j][sum] += ways[j - 1][sum - rank];
        }
      }
    }
    double all = Arrays.stream(ways[m]).sum();
    this.probability = Arrays.stream(ways[m]).map(count -> count / all).toArray();
  }

  /** Without ties: the ranks 1 to m + n. */
  static RankSumDistribution untied(int m, int n) {
    int[] doubledRanks = new int[m + n];
    Arrays.setAll(doubledRanks, i -> 2 * (i + 1));
    return new RankSumDistribution(doubledRanks, m);
  }

  /** The chance of a sum of at most this. */
  double atMost(int doubledSum) {
    return Arrays.stream(probability, 0, Math.min(doubledSum + 1, probability.length)).sum();
  }

  /** The chance of a sum of at least this. */
  double atLeast(int doubledSum) {
    return Arrays.stream(probability, Math.min(doubledSum, probability.length), probability.length)
        .sum();
  }

  /**
   * How many pairwise differences from either end may be left out: the largest k with P(U < k) at
   * most {@code tail}, where U counts from the smallest sum.
   */
  int cut(double tail) {
    int smallest = 0;
    while (probability[smallest] == 0) {
      smallest++;
    }
    int k = 0;
    double below = probability[smallest];
    while (below <= tail) {
      k++;
      below += probability[smallest + 2 * k];
    }
    return k;
  }
}
