package org.hone.search.math;

/**
 * The normal distribution of mean 0 and variance 1, in logarithms, so that it keeps its relative
 * precision however far out in the tails. Infinite arguments give the limits; NaN gives NaN.
 */
public final class StandardNormal {
  private static final double LOG_SQRT_2_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double LOG_HALF = Math.log(0.5);
  private static final double SQRT_2 = Math.sqrt(2);

  /**
   * Below this width the density's change over an interval is less than what subtracting masses
   * loses.
   */
  private static final double NARROW = 1e-6;

  private static final int MOST_STEPS = 50;

  private StandardNormal() {}

  static double logDensity(double x) {
    return -0.5 * x * x - LOG_SQRT_2_PI;
  }

  /** {@code log P(X <= x)}. */
  public static double logCdf(double x) {
    return x > 0 ? Math.log1p(-Math.exp(logLowerTail(-x))) : logLowerTail(x);
  }

  private static double logLowerTail(double x) {
    if (x == Double.NEGATIVE_INFINITY) {
      return x;
    }
    return Math.log(0.5 * ErrorFunction.scaledComplement(-x / SQRT_2)) - 0.5 * x * x;
  }

  /** {@code log P(a <= X <= b)}; negative infinity unless a < b. */
  static double logMass(double a, double b) {
    if (a >= b) {
      return Double.NEGATIVE_INFINITY;
    }
    if (b - a < NARROW) {
      return logDensity(0.5 * (a + b)) + Math.log(b - a);
    }
    if (a > 0) {
      return logMass(-b, -a);
    }
    return b > 0
        ? Math.log1p(-Math.exp(logCdf(a)) - Math.exp(logCdf(-b)))
        : logDifference(logCdf(b), logCdf(a));
  }

  /** {@code log(exp(x) - exp(y))} for x > y. */
  private static double logDifference(double x, double y) {
    return x + Math.log1p(-Math.exp(y - x));
  }

  /** {@code log(exp(x) + exp(y))}. */
  static double logSum(double x, double y) {
    double most = Math.max(x, y);
    return Double.isInfinite(most) ? most : most + Math.log1p(Math.exp(Math.min(x, y) - most));
  }

  /**
   * The x with {@code log P(X <= x) = logP}, for probabilities up to one half. Newton's method: the
   * logarithm of the distribution function is concave and increasing, so it converges from wherever
   * it starts.
   */
  public static double lowerQuantile(double logP) {
    if (logP == Double.NEGATIVE_INFINITY) {
      return logP;
    }
    double x = roughLowerQuantile(Math.min(logP, LOG_HALF));
    for (int i = 0; i < MOST_STEPS; i++) {
      double logCdf = logCdf(x);
      double step = (logP - logCdf) * Math.exp(logCdf - logDensity(x));
      x += step;
      if (Math.abs(step) <= 1e-14 * Math.max(1, Math.abs(x))) {
        return x;
      }
    }
    return x;
  }

  /** Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.22: off by 0.003 at most. */
  private static double roughLowerQuantile(double logP) {
    double t = Math.sqrt(-2 * logP);
    return (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t;
  }
}
