package org.hone.reports.analysis;

/**
 * An estimate and the 95 % confidence interval around it.
 *
 * @param low at most {@code high}
 */
public record Interval(double estimate, double low, double high) {
  /** The chance that an interval made this way covers the truth. */
  public static final double LEVEL = 0.95;

  /** From fewer values none is given: with two it rests on a single difference. */
  public static final int FEWEST = 3;

  /** The chance of missing it on either side. */
  static final double TAIL = (1 - LEVEL) / 2;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "an interval needs low <= high, but low=" + low + ", high=" + high);
    }
  }

  /** The part of it that lies within the bounds, which hold the estimate. */
  Interval within(double least, double greatest) {
    return new Interval(estimate, Math.max(low, least), Math.min(high, greatest));
  }

  /** The interval as it stands beside a figure. */
  static String inWords(Interval interval, Unit unit) {
    return "95% interval " + unit.range(interval.low(), interval.high());
  }

  /** Why the mean of the sample has none. */
  static String missing(Sample sample) {
    return sample.size() < FEWEST
        ? "no interval: fewer than %s seeds".formatted(FEWEST)
        : "no interval: all seeds gave the same";
  }

  /** Whether zero lies outside: the data tell the difference's sign. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
