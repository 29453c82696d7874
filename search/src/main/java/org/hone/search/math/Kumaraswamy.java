package org.hone.search.math;

/**
 * The distribution function by which an input is warped: it stretches the part of the unit interval
 * in which the objective changes quickly.
 *
 * <pre>{@code w(x) = 1 - (1 - x^a)^b }</pre>
 *
 * Arguments are kept {@value #MARGIN} away from the borders, where the slope may be infinite: a
 * border torn away from its surroundings would look unexplored however near it was searched.
 *
 * @see <a href="https://proceedings.mlr.press/v32/snoek14.html">Snoek et al., Input warping for
 *     Bayesian optimization of non-stationary functions, ICML 2014</a>
 * @see <a href="https://arxiv.org/abs/2012.03826">Cowen-Rivers et al., HEBO, JAIR 2022, section
 *     3.2</a>
 */
public record Kumaraswamy(double a, double b) {
  private static final double MARGIN = 0.03;

  private static double inside(double x) {
    return MARGIN + (1 - 2 * MARGIN) * x;
  }

  /**
   * How the warped value changes with the exponents.
   *
   * @param byLogA {@code dw / d log a}
   * @param byLogB {@code dw / d log b}
   */
  public record Slopes(double byLogA, double byLogB) {}

  /** {@code w(x)}. */
  public double warp(double x) {
    return 1 - Math.exp(b * Math.log(1 - Math.exp(a * Math.log(inside(x)))));
  }

  /** {@code dw/dx}. */
  public double slope(double x) {
    double t = inside(x);
    double power = Math.pow(t, a);
    return (1 - 2 * MARGIN) * a * b * power / t * Math.pow(1 - power, b - 1);
  }

  /** By the logarithms of the exponents. */
  public Slopes slopes(double x) {
    double logT = Math.log(inside(x));
    double power = Math.exp(a * logT);
    double rest = 1 - power;
    double logRest = Math.log(rest);
    double restPower = Math.exp(b * logRest);
    return new Slopes(b * restPower / rest * power * logT * a, -restPower * logRest * b);
  }
}
