package org.hone.search.math;

/**
 * The complementary error function, by rational approximation to full double precision.
 *
 * <pre>{@code erfc(x) = 2 / sqrt(pi) * integral from x to infinity of exp(-t^2) dt }</pre>
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1969-0247736-4">Cody, Rational Chebyshev
 *     approximations for the error function, Math. Comp. 23, 1969</a>
 */
final class ErrorFunction {
  private static final double SMALL = 0.46875;
  private static final double INVERSE_SQRT_PI = 1 / Math.sqrt(Math.PI);

  // Numerators and denominators of the three ranges, highest power first.
  private static final double[] NEAR_TOP = {
    1.85777706184603153e-1,
    3.16112374387056560e0,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] NEAR_BOTTOM = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] MIDDLE_TOP = {
    2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1,
    2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] MIDDLE_BOTTOM = {
    1,
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] FAR_TOP = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] FAR_BOTTOM = {
    1,
    2.56852019228982242e0,
    1.87295284992346725e0,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private ErrorFunction() {}

  /**
   * {@code exp(x^2) erfc(x)} for x >= 0, which does not underflow however large x is. NaN gives
   * NaN.
   */
  static double scaledComplement(double x) {
    double square = x * x;
    if (x <= SMALL) {
      double erf = x * horner(NEAR_TOP, square) / horner(NEAR_BOTTOM, square);
      return Math.exp(square) * (1 - erf);
    }
    if (x <= 4) {
      return horner(MIDDLE_TOP, x) / horner(MIDDLE_BOTTOM, x);
    }
    double r = 1 / square;
    return (INVERSE_SQRT_PI - r * horner(FAR_TOP, r) / horner(FAR_BOTTOM, r)) / x;
  }

  private static double horner(double[] coefficients, double x) {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum = sum * x + coefficient;
    }
    return sum;
  }
}
