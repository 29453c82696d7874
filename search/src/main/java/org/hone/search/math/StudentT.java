package org.hone.search.math;

/**
 * Student's t distribution for whole degrees of freedom, by its finite series: exact but for
 * rounding, about 1e-15 of absolute error.
 *
 * <pre>{@code P(T <= t) = (1 + A) / 2, theta = arctan(t / sqrt(nu))
 * nu even: A = sin(theta) (1 + 1/2 cos^2 + (1 3)/(2 4) cos^4 + ... to cos^(nu - 2))
 * nu odd:  A = 2/pi (theta + sin(theta) (cos + 2/3 cos^3 + ... to cos^(nu - 2))) }</pre>
 *
 * @see <a href="https://personal.math.ubc.ca/~cbm/aands/page_948.htm">Abramowitz and Stegun,
 *     Handbook of Mathematical Functions, 26.7.3 and 26.7.4</a>
 */
public final class StudentT {
  private StudentT() {}

  /**
   * {@code P(T <= t)}; infinite arguments give the limits, NaN gives NaN.
   *
   * @param degreesOfFreedom nu, at least 1
   */
  public static double cdf(double t, int degreesOfFreedom) {
    if (degreesOfFreedom < 1) {
      throw new IllegalArgumentException(
          "degrees of freedom are at least 1, but are " + degreesOfFreedom);
    }
    double theta = Math.atan(t / Math.sqrt(degreesOfFreedom));
    double cosine = Math.cos(theta);
    boolean even = degreesOfFreedom % 2 == 0;
    double term = even ? 1 : cosine;
    double sum = 0;
    for (int power = even ? 0 : 1; power <= degreesOfFreedom - 2; power += 2) {
      sum += term;
      term *= cosine * cosine * (power + 1) / (power + 2);
    }
    double within = Math.sin(theta) * sum;
    double area = even ? within : 2 / Math.PI * (theta + within);
    return Math.max(0, Math.min(1, (1 + area) / 2));
  }
}
