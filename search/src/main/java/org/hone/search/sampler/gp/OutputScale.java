package org.hone.search.sampler.gp;

import java.util.Arrays;

/**
 * How losses become what the process models: finite, centred, of unit variance.
 *
 * <p>PLAIN keeps their proportions, up to outliers, which are cut off. COMPRESSED takes the
 * logarithm of how much worse than the median a loss is, and so sees more of the differences
 * between good ones:
 *
 * <pre>{@code z = (y - median) / s,  z' = log(1 + z) for z > 0, z for z <= 0,
 * s^2 = mean of (y - median)^2 over the better half }</pre>
 *
 * Neither is better on all problems, and the marginal likelihood does not tell which; used in turn,
 * one goes on where the other is stuck.
 *
 * @see <a href="https://arxiv.org/abs/2012.03826">Cowen-Rivers et al., HEBO, JAIR 2022: why outputs
 *     need a transformation</a>
 * @see <a href="https://arxiv.org/abs/2408.11527">Song et al., The Vizier Gaussian process bandit
 *     algorithm, 2024: warping the worse half only</a>
 */
enum OutputScale {
  PLAIN {
    @Override
    double bend(double z) {
      return Math.min(z, OUTLIER);
    }
  },
  COMPRESSED {
    @Override
    double bend(double z) {
      return z > 0 ? Math.log1p(z) : z;
    }
  };

  private static final double OUTLIER = 20;

  /** Squares of larger numbers might overflow. */
  private static final double LARGE = 1e100;

  /** Of the distance from the median in units of the better half's, from good to bad. */
  abstract double bend(double z);

  /**
   * The losses on this scale. Infinite ones count as the worst, or a tenth of the range better than
   * the best finite one; NaN, for a trial that diverged, as the worst.
   */
  double[] of(double[] losses) {
    double[] sorted = Arrays.stream(losses).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return standardised(Arrays.stream(losses).map(y -> y < 0 ? 0 : 1).toArray());
    }
    double best = sorted[0];
    double worst = sorted[sorted.length - 1];
    double unit = Math.max(1, Math.max(worst, -best) / LARGE);
    double median = sorted[sorted.length / 2] / unit;
    double spread = spread(sorted, unit);
    double least = best / unit - 0.1 * (median - best / unit) - 0.1 * spread;
    return standardised(
        Arrays.stream(losses)
            .map(y -> Double.isNaN(y) ? worst : Math.min(worst, y))
            .map(y -> Math.max(least, y / unit))
            .map(y -> bend((y - median) / spread))
            .toArray());
  }

  /** The better half's root mean square distance from the median. */
  private static double spread(double[] sorted, double unit) {
    int better = sorted.length / 2;
    double squares = 0;
    for (int i = 0; i < better; i++) {
      double distance = sorted[i] / unit - sorted[better] / unit;
      squares += distance * distance;
    }
    double spread = Math.sqrt(squares / Math.max(1, better));
    return spread > 0 ? spread : 1;
  }

  private static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    return Arrays.stream(values).map(v -> (v - mean) / deviation).toArray();
  }
}
