package org.hone.reports.analysis;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals for means of few values, which hold for as few as two if the values are roughly normal.
 *
 * <pre>{@code mean +- t(0.975, n - 1) * s / sqrt(n)}</pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student, Biometrika 1908</a>
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch, Biometrika 1947</a>
 */
final class StudentT {
  private static final double POWER = 0.8;
  private static final int MOST_SEEDS = 1000;

  private StudentT() {}

  /** The interval of a mean; empty without spread, which no small sample can be trusted to lack. */
  static Optional<Interval> mean(Sample sample) {
    if (!sample.varies()) {
      return Optional.empty();
    }
    double error = sample.deviation() / Math.sqrt(sample.size());
    return Optional.of(around(sample.mean(), error, sample.size() - 1));
  }

  /** The interval of mean(x) - mean(y) for independent samples of unequal variance. */
  static Optional<Interval> welch(Sample x, Sample y) {
    if (x.size() < 2 || y.size() < 2 || !(x.varies() || y.varies())) {
      return Optional.empty();
    }
    double a = Math.pow(x.deviation(), 2) / x.size();
    double b = Math.pow(y.deviation(), 2) / y.size();
    double freedom = Math.pow(a + b, 2) / (a * a / (x.size() - 1) + b * b / (y.size() - 1));
    return Optional.of(around(x.mean() - y.mean(), Math.sqrt(a + b), freedom));
  }

  /**
   * How many values would probably (four times out of five) give an interval without zero, if mean
   * and spread are what the sample shows.
   *
   * <pre>{@code the least n with |mean| * sqrt(n) / s >= t(0.975, n - 1) + t(0.8, n - 1)}</pre>
   *
   * @return empty if the sample has no spread or more than a thousand are needed
   */
  static OptionalInt sizeToTell(Sample sample) {
    if (!sample.varies()) {
      return OptionalInt.empty();
    }
    double effect = Math.abs(sample.mean()) / sample.deviation();
    for (int n = 3; n <= MOST_SEEDS; n++) {
      if (effect * Math.sqrt(n) >= quantile(1 - Interval.TAIL, n - 1) + quantile(POWER, n - 1)) {
        return OptionalInt.of(n);
      }
    }
    return OptionalInt.empty();
  }

  private static Interval around(double estimate, double error, double freedom) {
    double half = quantile(1 - Interval.TAIL, freedom) * error;
    return new Interval(estimate, estimate - half, estimate + half);
  }

  static double quantile(double probability, double freedom) {
    return TDistribution.of(freedom).inverseCumulativeProbability(probability);
  }
}
