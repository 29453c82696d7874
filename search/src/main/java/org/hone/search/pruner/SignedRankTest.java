package org.hone.search.pruner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hone.search.math.StandardNormal;

/**
 * Wilcoxon's signed-rank test of whether paired differences tend to be positive.
 *
 * <pre>{@code T = sum over d > 0 of the rank of |d| among all, zeros included
 * p = P(T or more), if every d that is not zero is as likely negative as positive }</pre>
 *
 * <p>Equal absolute differences share the mean of their ranks, and the distribution is that of the
 * ranks there are: counted out up to {@value #MOST_EXACT} differences, the normal approximation
 * without correction for continuity beyond.
 *
 * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon, Individual comparisons by ranking
 *     methods, Biometrics Bulletin 1945</a>
 * @see <a href="https://doi.org/10.1080/01621459.1959.10501526">Pratt, Remarks on zeros and ties,
 *     JASA 1959</a>
 */
final class SignedRankTest {
  static final int MOST_EXACT = 50;

  private SignedRankTest() {}

  /**
   * The one-sided p-value of the differences being as often negative; 1 if there are none but zero.
   *
   * @param differences finite
   */
  static double pValue(double[] differences) {
    int[] ranks = doubledRanks(differences);
    int statistic =
        IntStream.range(0, ranks.length).filter(i -> differences[i] > 0).map(i -> ranks[i]).sum();
    int[] free =
        IntStream.range(0, ranks.length)
            .filter(i -> differences[i] != 0)
            .map(i -> ranks[i])
            .toArray();
    if (free.length == 0) {
      return 1;
    }
    return ranks.length <= MOST_EXACT ? exact(free, statistic) : approximate(free, statistic);
  }

  /** Twice the rank of each absolute difference, from 2; equal ones share their mean. */
  private static int[] doubledRanks(double[] differences) {
    int n = differences.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(differences[i])))
            .mapToInt(i -> i)
            .toArray();
    int[] ranks = new int[n];
    for (int from = 0, to; from < n; from = to) {
      to = from + 1;
      while (to < n && Math.abs(differences[order[to]]) == Math.abs(differences[order[from]])) {
        to++;
      }
      for (int k = from; k < to; k++) {
        ranks[order[k]] = from + 1 + to;
      }
    }
    return ranks;
  }

  /** The share of the subsets whose sum is the statistic or more. */
  private static double exact(int[] ranks, int statistic) {
    int total = Arrays.stream(ranks).sum();
    double[] probability = new double[total + 1];
    probability[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        probability[sum] = (probability[sum] + (sum >= rank ? probability[sum - rank] : 0)) / 2;
      }
    }
    return Arrays.stream(probability, statistic, total + 1).sum();
  }

  private static double approximate(int[] ranks, int statistic) {
    double mean = Arrays.stream(ranks).sum() / 2.0;
    double variance = Arrays.stream(ranks).mapToDouble(rank -> 0.25 * rank * rank).sum();
    return Math.exp(StandardNormal.logCdf((mean - statistic) / Math.sqrt(variance)));
  }
}
