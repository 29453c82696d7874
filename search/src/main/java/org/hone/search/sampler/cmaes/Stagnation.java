package org.hone.search.sampler.cmaes;

import java.util.Arrays;

/**
 * Whether a run has got to where it cannot get any further, by the criteria that suit the unit
 * cube. Immutable.
 *
 * @see <a href="https://doi.org/10.1109/CEC.2005.1554902">Auger and Hansen, A restart CMA evolution
 *     strategy with increasing population size, CEC 2005</a>
 */
final class Stagnation {
  /** The best losses of the last generations, oldest first; failed generations are infinite. */
  final double[] best;

  Stagnation(double[] best) {
    this.best = best;
  }

  private static final double NARROW = 1e-11;
  private static final double FLAT = 1e-12;
  private static final double ILL_CONDITIONED = 1e14;

  static final Stagnation NONE = new Stagnation(new double[0]);

  /** After one more generation. */
  Stagnation next(double bestLoss, int dimension, int population) {
    int window = 10 + (int) Math.ceil(30.0 * Math.max(1, dimension) / population);
    int kept = Math.min(best.length, window - 1);
    double[] longer = Arrays.copyOfRange(best, best.length - kept, best.length + 1);
    longer[kept] = bestLoss;
    return new Stagnation(longer);
  }

  /**
   * Whether the distribution has become a point or a line, or the best loss of so many generations
   * is the same.
   */
  boolean isReached(SearchDistribution normal, int population) {
    int n = normal.dimension();
    boolean narrow =
        n > 0
            && (normal.sigma * normal.basis.longest() < NARROW
                || normal.basis.condition() > ILL_CONDITIONED);
    return narrow || isFlat(10 + (int) Math.ceil(30.0 * Math.max(1, n) / population));
  }

  private boolean isFlat(int window) {
    if (best.length < window) {
      return false;
    }
    double least = Arrays.stream(best).min().orElseThrow();
    double most = Arrays.stream(best).max().orElseThrow();
    return least == most || most - least <= FLAT * Math.max(Math.abs(least), Math.abs(most));
  }
}
