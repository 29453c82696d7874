package org.hone.search.math;

/** How much of a normal distribution lies within the unit interval. */
final class UnitMass {
  /** Beyond so many deviations a tail has less than 1e-9 of the mass. */
  private static final int REACH = 6;

  private static final int STEPS_PER_DEVIATION = 64;

  /** The upper tail {@code P(X > z)} and its slope, at z = i / 64. */
  private static final double[] TAILS = new double[REACH * STEPS_PER_DEVIATION + 2];

  private static final double[] SLOPES = new double[TAILS.length];

  static {
    for (int i = 0; i < TAILS.length; i++) {
      double z = (double) i / STEPS_PER_DEVIATION;
      TAILS[i] = Math.exp(StandardNormal.logCdf(-z));
      SLOPES[i] = -Math.exp(StandardNormal.logDensity(z)) / STEPS_PER_DEVIATION;
    }
  }

  private UnitMass() {}

  /**
   * The logarithm of the mass between 0 and 1, off by less than 1e-8: by interpolation, since this
   * is needed for every kernel of every parameter.
   *
   * @param mean within [0, 1]
   * @param deviation up to 1, so that the mass is at least a third
   */
  static double log(double mean, double deviation) {
    double reach = REACH * deviation;
    if (mean > reach && 1 - mean > reach) {
      return 0;
    }
    return Math.log(1 - tail(mean / deviation) - tail((1 - mean) / deviation));
  }

  /** Cubic Hermite interpolation. */
  private static double tail(double z) {
    if (z >= REACH) {
      return 0;
    }
    double place = z * STEPS_PER_DEVIATION;
    int i = (int) place;
    double t = place - i;
    double s = 1 - t;
    return s * s * ((1 + 2 * t) * TAILS[i] + t * SLOPES[i])
        + t * t * ((3 - 2 * t) * TAILS[i + 1] - s * SLOPES[i + 1]);
  }
}
