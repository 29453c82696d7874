package org.hone.search.sampler.cmaes;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hone.search.space.Parameter;

/** Where a first run begins when nothing is known but the space. */
final class Prior {
  /** How much more than its even share of the rest a default category gets. */
  private static final double DEFAULT_SHARE = 0.25;

  private Prior() {}

  /** Defaults where parameters have them, the middle of the range otherwise. */
  static double[] mean(Encoding encoding) {
    double[] mean = new double[encoding.numeric.length];
    for (int j = 0; j < mean.length; j++) {
      Parameter parameter = encoding.space.parameters().get(encoding.numeric[j]);
      OptionalDouble preferred = parameter.preferred();
      mean[j] =
          preferred.isPresent() ? parameter.distribution().toUnit(preferred.getAsDouble()) : 0.5;
    }
    return mean;
  }

  /** All categories with equal probability, except that a default has a larger share. */
  static CategoryDistribution categories(Encoding encoding) {
    double[][] theta = even(encoding);
    for (int n = 0; n < theta.length; n++) {
      Parameter parameter = encoding.space.parameters().get(encoding.categorical[n]);
      if (parameter.preferred().isPresent()) {
        for (int k = 0; k < theta[n].length; k++) {
          theta[n][k] *= 1 - DEFAULT_SHARE;
        }
        theta[n][(int) parameter.preferred().getAsDouble()] += DEFAULT_SHARE;
      }
    }
    return CategoryDistribution.of(theta);
  }

  /** All categories with equal probability. */
  static CategoryDistribution evenCategories(Encoding encoding) {
    return CategoryDistribution.of(even(encoding));
  }

  private static double[][] even(Encoding encoding) {
    double[][] theta = new double[encoding.categorical.length][];
    for (int n = 0; n < theta.length; n++) {
      theta[n] = new double[encoding.categories(n)];
      Arrays.fill(theta[n], 1.0 / theta[n].length);
    }
    return theta;
  }
}
