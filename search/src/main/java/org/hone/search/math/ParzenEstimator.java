package org.hone.search.math;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A mixture of product kernels over mixed dimensions: component k is the product of every
 * dimension's kernel k, and the last one is the prior.
 *
 * <pre>{@code p(x) = sum over k of w_k * product over d of p_kd(x_d) }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2304.11127">Watanabe, Tree-structured Parzen estimator, 2023,
 *     section 3.3</a>
 */
public final class ParzenEstimator {
  private final List<Kernels> dimensions;
  private final WeightedChoice components;
  private final double[] logWeights;

  /** The logarithm of what component k's share of the density nowhere exceeds. */
  private final double[] peaks;

  /**
   * @param weights one for each component, not negative; need not sum to 1
   * @param dimensions each with as many kernels as there are weights
   */
  public ParzenEstimator(double[] weights, List<Kernels> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    components = new WeightedChoice(weights);
    double total = Arrays.stream(weights).sum();
    logWeights = Arrays.stream(weights).map(weight -> Math.log(weight / total)).toArray();
    peaks = logWeights.clone();
    for (Kernels dimension : this.dimensions) {
      if (dimension.count() != weights.length) {
        throw new IllegalArgumentException(
            "%d weights for %d kernels".formatted(weights.length, dimension.count()));
      }
      for (int k = 0; k < weights.length; k++) {
        peaks[k] += dimension.peak(k);
      }
    }
  }

  /** How many components there are, the prior included. */
  public int size() {
    return peaks.length;
  }

  /** The kernels, dimension by dimension. */
  public List<Kernels> dimensions() {
    return dimensions;
  }

  /** The logarithm of a component's weight, all of them summing to 1. */
  double logWeight(int component) {
    return logWeights[component];
  }

  /** A component, drawn by its weight. */
  public int component(RandomGenerator random) {
    return components.draw(random);
  }

  /** A random point, in coordinates. */
  public double[] draw(RandomGenerator random) {
    int component = component(random);
    double[] point = new double[dimensions.size()];
    for (int d = 0; d < point.length; d++) {
      point[d] = dimensions.get(d).draw(component, Window.ALL, random);
    }
    return point;
  }

  /** Evaluates the density; with working memory of its own, for one thread. */
  public MixtureDensity density() {
    return new MixtureDensity(dimensions, peaks);
  }
}
