package org.hone.search.math;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A mixture of product kernels over mixed dimensions: component k is the product of every
 * dimension's kernel k.
 *
 * <pre>{@code p(x) = sum over k of w_k * product over d of p_kd(x_d) }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2304.11127">Watanabe, Tree-structured Parzen estimator, 2023,
 *     section 3.3</a>
 */
public final class ParzenEstimator {
  private final double[] logWeights;
  private final WeightedChoice components;
  private final List<Kernels> dimensions;

  /** Which values a dimension may take, given those drawn for the dimensions before it. */
  @FunctionalInterface
  public interface Restriction {
    /**
     * @param soFar values of the dimensions before {@code dimension}; the rest is undefined
     */
    boolean allows(int dimension, double value, double[] soFar);
  }

  /**
   * @param weights one for each component, not negative; need not sum to 1
   * @param dimensions each with as many kernels as there are weights
   */
  public ParzenEstimator(double[] weights, List<Kernels> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    for (Kernels dimension : this.dimensions) {
      if (dimension.count() != weights.length) {
        throw new IllegalArgumentException(
            "%d weights for %d kernels".formatted(weights.length, dimension.count()));
      }
    }
    double total = Arrays.stream(weights).sum();
    components = new WeightedChoice(weights);
    logWeights = Arrays.stream(weights).map(weight -> Math.log(weight / total)).toArray();
  }

  /** A random point; its values are in their distributions' internal form. */
  public double[] draw(Restriction restriction, RandomGenerator random) {
    int component = components.draw(random);
    double[] point = new double[dimensions.size()];
    for (int d = 0; d < point.length; d++) {
      int dimension = d;
      point[d] =
          dimensions
              .get(d)
              .draw(component, value -> restriction.allows(dimension, value, point), random);
    }
    return point;
  }

  /** The logarithm of the density; infinite values never occur in points of a space. */
  public double logDensity(double[] point) {
    double[] sums = logWeights.clone();
    for (int d = 0; d < point.length; d++) {
      dimensions.get(d).addLogDensities(point[d], sums);
    }
    double most = Arrays.stream(sums).max().orElseThrow();
    return most + Math.log(Arrays.stream(sums).map(sum -> Math.exp(sum - most)).sum());
  }
}
