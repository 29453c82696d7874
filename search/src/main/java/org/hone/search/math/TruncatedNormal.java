package org.hone.search.math;

import java.util.random.RandomGenerator;

/**
 * A normal distribution cut off at two bounds and scaled up to mass 1. Exact also where the bounds
 * lie many deviations away from the mean.
 *
 * <pre>{@code p(x) = phi((x - mean) / deviation) / (deviation * (Phi(b) - Phi(a))),
 * a = (low - mean) / deviation, b = (high - mean) / deviation }</pre>
 */
public final class TruncatedNormal {
  private final double mean;
  private final double deviation;
  private final double low;
  private final double high;
  private final double logTotal;
  private final double logScale;

  /**
   * @param mean finite, may lie outside of the bounds
   * @param deviation positive and finite
   * @param low less than {@code high}; either bound may be infinite
   * @throws IllegalArgumentException if an argument breaks these rules or is NaN
   */
  public TruncatedNormal(double mean, double deviation, double low, double high) {
    if (!Double.isFinite(mean) || !(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a normal distribution needs a finite mean and a positive deviation, but mean=%s, deviation=%s"
              .formatted(mean, deviation));
    }
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "bounds need low < high, but low=" + low + ", high=" + high);
    }
    this.mean = mean;
    this.deviation = deviation;
    this.low = low;
    this.high = high;
    this.logTotal = StandardNormal.logMass(standard(low), standard(high));
    this.logScale = Math.log(deviation) + logTotal;
  }

  private double standard(double x) {
    return (x - mean) / deviation;
  }

  /** The logarithm of the density; negative infinity outside of the bounds and for NaN. */
  public double logDensity(double x) {
    if (!(x >= low && x <= high)) {
      return Double.NEGATIVE_INFINITY;
    }
    return StandardNormal.logDensity(standard(x)) - logScale;
  }

  /**
   * The logarithm of the probability of the interval from a to b, as far as it lies within the
   * bounds.
   */
  public double logMass(double a, double b) {
    return StandardNormal.logMass(standard(Math.max(a, low)), standard(Math.min(b, high)))
        - logTotal;
  }

  /**
   * The x below which a share {@code u} of the mass lies.
   *
   * @param u within [0, 1]
   */
  public double quantile(double u) {
    double logBelow =
        StandardNormal.logSum(StandardNormal.logCdf(standard(low)), Math.log(u) + logTotal);
    double logAbove =
        StandardNormal.logSum(StandardNormal.logCdf(-standard(high)), Math.log1p(-u) + logTotal);
    double z =
        logBelow < logAbove
            ? StandardNormal.lowerQuantile(logBelow)
            : -StandardNormal.lowerQuantile(logAbove);
    return Math.min(high, Math.max(low, mean + deviation * z));
  }

  /** A random number of this distribution. */
  public double draw(RandomGenerator random) {
    return quantile(random.nextDouble());
  }
}
