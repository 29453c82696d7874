package org.hone.search.sampler.tpe;

/** How much each observation counts: the newest 25 fully, older ones less the older they are. */
final class Recency {
  private static final int RECENT = 25;

  private Recency() {}

  /**
   * Weights of n observations from old to new.
   *
   * @see <a href="https://proceedings.mlr.press/v28/bergstra13.html">Bergstra et al., ICML 2013
   *     (hyperopt's linear forgetting)</a>
   */
  static double[] weights(int n) {
    double[] weights = new double[n];
    int old = Math.max(0, n - RECENT);
    for (int i = 0; i < n; i++) {
      weights[i] = i < old ? ramp(i, old, 1.0 / n) : 1;
    }
    return weights;
  }

  /** From {@code first} at 0 to 1 at {@code count - 1}. */
  private static double ramp(int i, int count, double first) {
    return count == 1 ? first : first + (1 - first) * i / (count - 1);
  }
}
