package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Tests of random code by its distribution; a correct generator fails one run in a million. */
public final class GoodnessOfFit {
  /** So many draws show errors of about a hundredth. */
  public static final int DRAWS = 100_000;

  private static final double SIGNIFICANCE = 1e-6;
  private static final double NORMAL_QUANTILE = 4.753;

  private GoodnessOfFit() {}

  /** Kolmogorov and Smirnov: the draws follow a continuous distribution function. */
  public static void assertFollows(DoubleUnaryOperator cdf, double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = cdf.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.max(expected - i / n, (i + 1) / n - expected));
    }
    assertThat(distance)
        .as("Kolmogorov-Smirnov distance of %s draws", draws.length)
        .isLessThan(Math.sqrt(-0.5 * Math.log(SIGNIFICANCE / 2) / n));
  }

  /**
   * Pearson's chi-square: the counts come from these probabilities, each of which must be positive.
   */
  public static void assertFrequencies(double[] probabilities, long[] counts) {
    double n = Arrays.stream(counts).sum();
    double statistic = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = n * probabilities[i];
      statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    assertThat(statistic)
        .as("chi-square of %s against %s", Arrays.toString(counts), Arrays.toString(probabilities))
        .isLessThan(criticalChiSquare(counts.length - 1));
  }

  /** Wilson and Hilferty's approximation. */
  private static double criticalChiSquare(int degrees) {
    double v = 2.0 / (9.0 * degrees);
    return degrees * Math.pow(1 - v + NORMAL_QUANTILE * Math.sqrt(v), 3);
  }
}
