package org.hone.plugins;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Random arrays that follow from a generator alone. */
public final class Noise {
  private Noise() {}

  /** Normal numbers of mean 0, single precision. */
  public static INDArray normal(RandomGenerator random, double deviation, long... shape) {
    float[] values = new float[length(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return Nd4j.create(values, shape, 'c');
  }

  /** Ones and zeros, each a one with this probability. */
  public static INDArray bernoulli(RandomGenerator random, double probability, long... shape) {
    float[] values = new float[length(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < probability ? 1 : 0;
    }
    return Nd4j.create(values, shape, 'c');
  }

  /** The numbers 0 to n - 1 in random order (Fisher and Yates). */
  public static int[] permutation(RandomGenerator random, int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /**
   * A number of the beta distribution with both parameters equal, as the ratio of gamma numbers.
   *
   * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang, ACM TOMS 2000, for
   *     the gamma numbers</a>
   */
  public static double beta(RandomGenerator random, double alpha) {
    double one = gamma(random, alpha);
    double other = gamma(random, alpha);
    return one + other == 0 ? random.nextInt(2) : one / (one + other);
  }

  private static double gamma(RandomGenerator random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v))) {
        return d * v;
      }
    }
  }

  private static int length(long... shape) {
    long length = 1;
    for (long size : shape) {
      length *= size;
    }
    return Math.toIntExact(length);
  }
}
