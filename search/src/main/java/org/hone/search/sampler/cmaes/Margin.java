package org.hone.search.sampler.cmaes;

import org.hone.search.math.StandardNormal;
import org.hone.search.space.Distribution;
import org.hone.search.space.UnitCell;

/**
 * Where the mean of a discrete coordinate goes, and how much wider it is drawn, so that a value
 * beside the present one is drawn with at least probability {@code alpha}: without it the
 * coordinate stops for ever once the distribution is narrower than a cell.
 *
 * <p>With probabilities below, within and above the cell [l, u) of the mean, those outside are
 * raised to alpha/2 and the excess taken from all three in proportion; then mean and scale are
 * solved for. At the range's ends there is one outside only, raised to alpha by moving the mean.
 *
 * @param mean of the coordinate
 * @param scale of the coordinate, a factor on its standard deviation
 * @see <a href="https://arxiv.org/abs/2205.13482">Hamano et al., CMA-ES with margin, GECCO 2022,
 *     section 4</a>
 */
record Margin(double mean, double scale) {

  /**
   * @param deviation of the coordinate as it would be with a scale of 1
   * @param alpha the least probability of leaving the cell
   */
  Margin corrected(Distribution distribution, double deviation, double alpha) {
    UnitCell cell = distribution.cell(distribution.fromUnit(Math.min(1, Math.max(0, mean))));
    if (cell.low() <= 0) {
      return new Margin(Math.max(mean, cell.high() - reach(deviation, alpha)), scale);
    }
    if (cell.high() >= 1) {
      return new Margin(Math.min(mean, cell.low() + reach(deviation, alpha)), scale);
    }
    return between(cell, deviation * scale, deviation, alpha);
  }

  /** So far from an edge is a mean that crosses it with probability alpha. */
  private double reach(double deviation, double alpha) {
    return deviation * scale * upperQuantile(alpha);
  }

  private Margin between(UnitCell cell, double spread, double deviation, double alpha) {
    double below = tail((mean - cell.low()) / spread);
    double above = tail((cell.high() - mean) / spread);
    if (below >= alpha / 2 && above >= alpha / 2) {
      return this;
    }
    double within = 1 - below - above;
    double raisedBelow = Math.max(alpha / 2, below);
    double raisedAbove = Math.max(alpha / 2, above);
    double excess = 1 - raisedBelow - raisedAbove - within;
    double room = raisedBelow + raisedAbove + within - 1.5 * alpha;
    double low = upperQuantile(raisedBelow + excess * (raisedBelow - alpha / 2) / room);
    double high = upperQuantile(raisedAbove + excess * (raisedAbove - alpha / 2) / room);
    return new Margin(
        (cell.low() * high + cell.high() * low) / (low + high),
        (cell.high() - cell.low()) / (deviation * (low + high)));
  }

  /** {@code P(X > x)}, of a standard normal X. */
  private static double tail(double x) {
    return Math.exp(StandardNormal.logCdf(-x));
  }

  /** The x with {@code P(X > x) = p}, for p up to one half. */
  private static double upperQuantile(double p) {
    return -StandardNormal.lowerQuantile(Math.log(Math.min(0.5, p)));
  }
}
