package org.hone.search.math;

/**
 * The logarithm of the expected improvement of a standard normal variable over z, which keeps its
 * precision and its slope however hopeless the improvement is.
 *
 * <pre>{@code log h(z), h(z) = E[max(z - X, 0)] = phi(z) + z Phi(z) }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2310.20708">Ament et al., Unexpected improvements to expected
 *     improvement for Bayesian optimization, NeurIPS 2023, equation (9)</a>
 */
public final class LogImprovement {
  private static final double SQRT_2 = Math.sqrt(2);
  private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double SQRT_HALF_PI = Math.sqrt(Math.PI / 2);

  private LogImprovement() {}

  /** {@code log h(z)}. NaN gives NaN. */
  public static double at(double z) {
    if (z > -1) {
      return Math.log(density(z) + z * Math.exp(StandardNormal.logCdf(z)));
    }
    return StandardNormal.logDensity(z) + Math.log(remainder(z));
  }

  /** {@code Phi(z) / h(z)}: the derivative of {@link #at}. */
  public static double slope(double z) {
    if (z > -1) {
      return Math.exp(StandardNormal.logCdf(z) - at(z));
    }
    return SQRT_HALF_PI * ErrorFunction.scaledComplement(-z / SQRT_2) / remainder(z);
  }

  /** {@code log Phi(z)}, the logarithm of the probability that the variable is below z. */
  public static double logProbability(double z) {
    return StandardNormal.logCdf(z);
  }

  /** {@code phi(z) / Phi(z)}: the derivative of {@link #logProbability}. */
  public static double probabilitySlope(double z) {
    return Math.exp(StandardNormal.logDensity(z) - StandardNormal.logCdf(z));
  }

  private static double density(double z) {
    return Math.exp(-0.5 * z * z - HALF_LOG_2_PI);
  }

  /** {@code 1 + z Phi(z) / phi(z)}, for z <= -1; by its asymptotic series where it cancels. */
  private static double remainder(double z) {
    if (z > -30) {
      return 1 + z * SQRT_HALF_PI * ErrorFunction.scaledComplement(-z / SQRT_2);
    }
    double r = 1 / (z * z);
    return r * (1 - r * (3 - r * (15 - r * (105 - r * 945))));
  }
}
