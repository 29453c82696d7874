package org.hone.reports.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How two independent samples differ, judged by ranks: one diverged trial moves it no more than one
 * bad trial does, and no shape is assumed.
 *
 * <pre>{@code
 * shift    = median of all x_i - y_j                    (Hodges and Lehmann)
 * interval = [D_(k), D_(mn + 1 - k)], D the sorted differences,
 *            k the largest with P(U < k) <= 0.025                (Moses)
 * p        = 2 * min(P(W <= w), P(W >= w)), W the rank sum of x  (Wilcoxon; Mann and Whitney)
 * }</pre>
 *
 * Exact for up to fifty values, p with ties included; the interval then holds at least its level.
 * Beyond that the normal approximation, corrected for ties and continuity.
 *
 * @param shift typical difference of x and y
 * @param interval empty if the samples are too small for any interval of the level
 * @param p two-sided
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney 1947</a>
 * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann 1963</a>
 */
record RankSum(double shift, Optional<Interval> interval, double p) {
  private static final int EXACT = 50;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Compares the samples; empty if one of them is. */
  static Optional<RankSum> of(Sample x, Sample y) {
    if (x.size() == 0 || y.size() == 0) {
      return Optional.empty();
    }
    double[] differences = differences(x, y);
    double shift = new Sample(Arrays.stream(differences).boxed().toList()).median();
    int k = cut(x.size(), y.size());
    Optional<Interval> interval =
        k == 0
            ? Optional.empty()
            : Optional.of(
                new Interval(shift, differences[k - 1], differences[differences.length - k]));
    return Optional.of(new RankSum(shift, interval, p(x, y)));
  }

  private static double[] differences(Sample x, Sample y) {
    return x.values().stream()
        .flatMapToDouble(a -> y.values().stream().mapToDouble(b -> a - b))
        .sorted()
        .toArray();
  }

  private static int cut(int m, int n) {
    if (m + n <= EXACT) {
      return RankSumDistribution.untied(Math.min(m, n), Math.max(m, n)).cut(Interval.TAIL);
    }
    double deviation = Math.sqrt(m * n * (m + n + 1.0) / 12);
    double z = NORMAL.inverseCumulativeProbability(1 - Interval.TAIL);
    return Math.max(0, (int) Math.floor(m * n / 2.0 - z * deviation));
  }

  private static double p(Sample x, Sample y) {
    int[] ranks = doubledRanks(x, y);
    int sum = Arrays.stream(ranks, 0, x.size()).sum();
    if (ranks.length <= EXACT) {
      RankSumDistribution exact = new RankSumDistribution(ranks, x.size());
      return Math.min(1, 2 * Math.min(exact.atMost(sum), exact.atLeast(sum)));
    }
    return approximate(ranks, sum / 2.0, x.size());
  }

  private static double approximate(int[] doubledRanks, double sum, int m) {
    int n = doubledRanks.length - m;
    double mean = m * (m + n + 1) / 2.0;
    double meanRank = (m + n + 1) / 2.0;
    double squares =
        Arrays.stream(doubledRanks).mapToDouble(r -> Math.pow(r / 2.0 - meanRank, 2)).sum();
    double variance = (double) m * n / ((m + n) * (m + n - 1.0)) * squares;
    double distance = Math.max(0, Math.abs(sum - mean) - 0.5);
    return variance == 0
        ? 1
        : Math.min(1, 2 * NORMAL.survivalProbability(distance / Math.sqrt(variance)));
  }

  /** Twice the rank of each value, those of x first; equal values share the mean of their ranks. */
  private static int[] doubledRanks(Sample x, Sample y) {
    double[] all =
        DoubleStream.concat(
                x.values().stream().mapToDouble(Double::doubleValue),
                y.values().stream().mapToDouble(Double::doubleValue))
            .map(value -> value + 0.0)
            .toArray();
    return Arrays.stream(all)
        .mapToInt(
            value -> {
              int below = (int) Arrays.stream(all).filter(other -> other < value).count();
              int notAbove = (int) Arrays.stream(all).filter(other -> other <= value).count();
              return below + notAbove + 1;
            })
        .toArray();
  }
}
