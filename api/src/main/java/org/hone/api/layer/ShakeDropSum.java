package org.hone.api.layer;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * One branch that is now and then weakened, reversed or strengthened.
 *
 * <pre>{@code
 * forward:    y = x + (g + a - g * a) * F(x),    g ~ Bernoulli(p),  a ~ U(-1, 1) for each row
 * backward:   dF = (g + b - g * b) * dy,         b ~ U(0, 1) for each row
 * inference:  y = x + p * F(x)
 * }</pre>
 *
 * Names in the paper: g = b_l, a = alpha, b = beta, p = p_l.
 *
 * @see <a href="https://arxiv.org/abs/1802.02375">Yamada et al., IEEE Access 2019, equation 6</a>
 */
public final class ShakeDropSum extends ResidualSum {
  private static final long serialVersionUID = 1;

  private final double regular;

  /**
   * @param regular the probability that a pass goes through the branch as it is
   */
  public ShakeDropSum(@JsonProperty("regular") double regular) {
    if (!(regular >= 0 && regular <= 1)) {
      throw new IllegalArgumentException(
          "a probability lies between 0 and 1, but regular=" + regular);
    }
    this.regular = regular;
  }

  /** The probability that a pass goes through the branch as it is. */
  public double getRegular() {
    return regular;
  }

  @Override
  int branches() {
    return 1;
  }

  @Override
  Coefficients draw(long rows) {
    double gate = Draws.uniform(1)[0] < regular ? 1 : 0;
    double[] forward = Draws.uniform(rows);
    double[] backward = Draws.uniform(rows);
    for (int i = 0; i < forward.length; i++) {
      double alpha = 2 * forward[i] - 1;
      double beta = backward[i];
      forward[i] = gate + alpha - gate * alpha;
      backward[i] = gate + beta - gate * beta;
    }
    return new Coefficients(new double[][] {forward}, new double[][] {backward});
  }

  @Override
  double expected() {
    return regular;
  }

  @Override
  public ShakeDropSum clone() {
    return new ShakeDropSum(regular);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShakeDropSum that && Double.compare(that.regular, regular) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(regular);
  }

  @Override
  public String toString() {
    return "ShakeDropSum(regular=%s)".formatted(regular);
  }
}
