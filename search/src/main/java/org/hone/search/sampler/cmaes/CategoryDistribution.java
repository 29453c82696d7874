package org.hone.search.sampler.cmaes;

import java.util.random.RandomGenerator;

/**
 * Independent categorical distributions that follow the natural gradient with an adaptive rate, as
 * in CatCMA. Immutable.
 *
 * <pre>{@code
 * G     = sum over the better half of w_i (c_i - theta)            c_i one-hot; 0 where inactive
 * theta <- theta + delta G / |G|_F                                 |G|_F^2 = sum G^2 / theta
 * s     <- (1 - b) s + sqrt(b (2 - b)) (G / sqrt(theta)) / |G|_F   b = delta / sqrt(degrees)
 * gamma <- (1 - b)^2 gamma + b (2 - b)
 * delta <- delta exp(b (|s|^2 / alpha - gamma)), at most the first delta
 * }</pre>
 *
 * A margin keeps every category's probability above {@code (1 - 0.73^(1/N)) / (K - 1)}.
 *
 * @see <a href="https://arxiv.org/abs/2405.09962">Hamano et al., CatCMA: stochastic optimization
 *     for mixed-category problems, GECCO 2024</a>
 * @see <a href="https://arxiv.org/abs/1809.06098">Akimoto et al., Adaptive stochastic natural
 *     gradient method for one-shot neural architecture search, ICML 2019</a>
 */
final class CategoryDistribution {
  /** By parameter, by category; each row sums to 1. */
  final double[][] theta;

  final double[][] signal;
  final double gamma;
  final double trust;

  CategoryDistribution(double[][] theta, double[][] signal, double gamma, double trust) {
    this.theta = theta;
    this.signal = signal;
    this.gamma = gamma;
    this.trust = trust;
  }

  private static final double FIRST_TRUST = 1;
  private static final double ALPHA = 1.5;

  /** Distributions as they are before anything is known but themselves. */
  static CategoryDistribution of(double[][] theta) {
    double[][] signal = new double[theta.length][];
    for (int n = 0; n < theta.length; n++) {
      signal[n] = new double[theta[n].length];
    }
    return new CategoryDistribution(withMargin(theta), signal, 0, FIRST_TRUST);
  }

  /** One category of each parameter. */
  int[] draw(RandomGenerator random) {
    int[] categories = new int[theta.length];
    for (int n = 0; n < theta.length; n++) {
      categories[n] = draw(theta[n], random.nextDouble());
    }
    return categories;
  }

  private static int draw(double[] probabilities, double uniform) {
    double sum = 0;
    for (int k = 0; k < probabilities.length - 1; k++) {
      sum += probabilities[k];
      if (uniform < sum) {
        return k;
      }
    }
    return probabilities.length - 1;
  }

  /** What they become after a generation. */
  CategoryDistribution next(Generation generation) {
    double[][] gradient = gradient(generation);
    double norm = fisherNorm(gradient);
    if (norm == 0) {
      return this;
    }
    double rate = trust / Math.sqrt(degrees());
    double keep = 1 - rate;
    double gain = Math.sqrt(rate * (2 - rate)) / norm;
    double[][] newTheta = new double[theta.length][];
    double[][] newSignal = new double[theta.length][];
    double length = 0;
    for (int n = 0; n < theta.length; n++) {
      newTheta[n] = new double[theta[n].length];
      newSignal[n] = new double[theta[n].length];
      for (int k = 0; k < theta[n].length; k++) {
        newTheta[n][k] = theta[n][k] + trust / norm * gradient[n][k];
        newSignal[n][k] = keep * signal[n][k] + gain * gradient[n][k] / Math.sqrt(theta[n][k]);
        length += newSignal[n][k] * newSignal[n][k];
      }
    }
    double newGamma = keep * keep * gamma + rate * (2 - rate);
    double newTrust = Math.min(FIRST_TRUST, trust * Math.exp(rate * (length / ALPHA - newGamma)));
    return new CategoryDistribution(withMargin(newTheta), newSignal, newGamma, newTrust);
  }

  private double[][] gradient(Generation generation) {
    double[][] gradient = new double[theta.length][];
    double[] weights = generation.weights;
    for (int n = 0; n < theta.length; n++) {
      gradient[n] = new double[theta[n].length];
      for (int rank = 0; rank < weights.length && weights[rank] > 0; rank++) {
        int category = generation.ranked.get(rank).categories[n];
        if (category >= 0) {
          pull(gradient[n], theta[n], category, weights[rank]);
        }
      }
    }
    return gradient;
  }

  private static void pull(double[] gradient, double[] theta, int category, double weight) {
    for (int k = 0; k < theta.length; k++) {
      gradient[k] += weight * ((k == category ? 1 : 0) - theta[k]);
    }
  }

  private double fisherNorm(double[][] gradient) {
    double sum = 0;
    for (int n = 0; n < theta.length; n++) {
      for (int k = 0; k < theta[n].length; k++) {
        sum += gradient[n][k] * gradient[n][k] / theta[n][k];
      }
    }
    return Math.sqrt(sum);
  }

  /** How many probabilities are free. */
  private int degrees() {
    int degrees = 0;
    for (double[] probabilities : theta) {
      degrees += probabilities.length - 1;
    }
    return degrees;
  }

  /** Lifts what is below the margin to it, and takes that from the rest in proportion. */
  private static double[][] withMargin(double[][] theta) {
    double[][] lifted = new double[theta.length][];
    for (int n = 0; n < theta.length; n++) {
      int categories = theta[n].length;
      double margin = (1 - Math.pow(0.73, 1.0 / theta.length)) / (categories - 1);
      lifted[n] = withMargin(theta[n], Math.min(margin, 0.5 / categories));
    }
    return lifted;
  }

  private static double[] withMargin(double[] probabilities, double margin) {
    double[] lifted = new double[probabilities.length];
    double sum = 0;
    for (int k = 0; k < lifted.length; k++) {
      lifted[k] = Math.max(probabilities[k], margin);
      sum += lifted[k];
    }
    double share = (1 - sum) / (sum - margin * lifted.length);
    for (int k = 0; k < lifted.length; k++) {
      lifted[k] += share * (lifted[k] - margin);
    }
    return lifted;
  }
}
