package org.hone.api.layer;

/**
 * Two branches whose shares are drawn for each row.
 *
 * <pre>{@code
 * forward:    y = x + a * F1(x) + (1 - a) * F2(x),    a ~ U(0, 1)
 * backward:   dF1 = b * dy,  dF2 = (1 - b) * dy,      b ~ U(0, 1)
 * inference:  y = x + (F1(x) + F2(x)) / 2
 * }</pre>
 *
 * Names in the paper: a = alpha, b = beta.
 *
 * @see <a href="https://arxiv.org/abs/1705.07485">Gastaldi 2017, equations 2 and 3; Shake-Shake-
 *     Image</a>
 */
public final class ShakeShakeSum extends ResidualSum {
  private static final long serialVersionUID = 1;

  @Override
  int branches() {
    return 2;
  }

  @Override
  Coefficients draw(long rows) {
    return new Coefficients(shares(rows), shares(rows));
  }

  private static double[][] shares(long rows) {
    double[] first = Draws.uniform(rows);
    double[] second = first.clone();
    for (int i = 0; i < second.length; i++) {
      second[i] = 1 - first[i];
    }
    return new double[][] {first, second};
  }

  @Override
  double expected() {
    return 0.5;
  }

  @Override
  public ShakeShakeSum clone() {
    return new ShakeShakeSum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShakeShakeSum;
  }

  @Override
  public int hashCode() {
    return ShakeShakeSum.class.hashCode();
  }

  @Override
  public String toString() {
    return "ShakeShakeSum";
  }
}
