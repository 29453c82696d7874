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

  /** {@code w(x)}. */
  public double warp(double x) {
    return 1 - Math.pow(1 - Math.pow(inside(x), a), b);
  }

  /** {@code dw/dx}. */
  public double slope(double x) {
    double t = inside(x);
    double power = Math.pow(t, a);
    return (1 - 2 * MARGIN) * a * b * power / t * Math.pow(1 - power, b - 1);
  }

  /** {@code dw / d log a}. */
  public double slopeByLogA(double x) {
    double t = inside(x);
    double power = Math.pow(t, a);
    return b * Math.pow(1 - power, b - 1) * power * Math.log(t) * a;
  }

  /** {@code dw / d log b}. */
  public double slopeByLogB(double x) {
    double rest = 1 - Math.pow(inside(x), a);
    return -Math.pow(rest, b) * Math.log(rest) * b;
  }
}
