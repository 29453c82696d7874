package org.hone.reports.analysis;

/**
 * An estimate and the 95 % confidence interval around it.
 *
 * @param low at most {@code high}
 */
public record Interval(double estimate, double low, double high) {
  /** The chance that an interval made this way covers the truth. */
  public static final double LEVEL = 0.95;

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

  /** Whether zero lies outside: the data tell the difference's sign. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
