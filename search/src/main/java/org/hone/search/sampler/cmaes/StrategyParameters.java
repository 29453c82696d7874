package org.hone.search.sampler.cmaes;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The constants of CMA-ES for a dimension n and a population of lambda, all by the defaults of the
 * tutorial's table 1.
 *
 * <p>Names in the tutorial: {@code selected} = mu_eff, {@code stepRate} = c_sigma, {@code
 * stepDamping} = d_sigma, {@code pathRate} = c_c, {@code rankOneRate} = c_1, {@code rankMuRate} =
 * c_mu, {@code expectedLength} = E||N(0, I)||.
 *
 * @see <a href="https://arxiv.org/abs/1604.00772">Hansen, The CMA evolution strategy: a tutorial,
 *     equations 49 to 58</a>
 */
final class StrategyParameters {
  final int dimension;

  /**
   * Of the ranks, best first: the positive ones sum to 1, the rest are negative (the active
   * update).
   */
  final double[] weights;

  final double selected;
  final Step step;
  final Adaptation adaptation;

  StrategyParameters(
      int dimension, double[] weights, double selected, Step step, Adaptation adaptation) {
    this.dimension = dimension;
    this.weights = weights;
    this.selected = selected;
    this.step = step;
    this.adaptation = adaptation;
  }

  /** How the step size learns. */
  record Step(double rate, double damping, double expectedLength) {}

  /** How the covariance learns. */
  record Adaptation(double pathRate, double rankOneRate, double rankMuRate) {}

  /**
   * @param dimension at least 1
   * @param population at least 2
   */
  static StrategyParameters of(int dimension, int population) {
    double n = dimension;
    double[] raw = rawWeights(population);
    double selected = effective(raw, true);
    double rankOne = 2 / ((n + 1.3) * (n + 1.3) + selected);
    double rankMu =
        Math.min(
            1 - rankOne, 2 * (0.25 + selected + 1 / selected - 2) / ((n + 2) * (n + 2) + selected));
    Adaptation adaptation =
        new Adaptation((4 + selected / n) / (n + 4 + 2 * selected / n), rankOne, rankMu);
    double stepRate = (selected + 2) / (n + selected + 5);
    double damping = 1 + 2 * Math.max(0, Math.sqrt((selected - 1) / (n + 1)) - 1) + stepRate;
    double length = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
    double[] weights = weights(raw, n, adaptation);
    return new StrategyParameters(
        dimension, weights, selected, new Step(stepRate, damping, length), adaptation);
  }

  /**
   * The population for a dimension. The tutorial recommends {@code 4 + 3 ln n}, for budgets of 100
   * n evaluations and more; where a trial is a training there are fewer, and measured over 50 to
   * 200 of them smaller generations came further. Restarts enlarge it.
   */
  static int populationFor(int dimension) {
    return 3 + (int) (2 * Math.log(dimension));
  }

  private static double[] rawWeights(int population) {
    return IntStream.rangeClosed(1, population)
        .mapToDouble(rank -> Math.log((population + 1) / 2.0) - Math.log(rank))
        .toArray();
  }

  /** How many equally weighted points would vary as much: the better half, or the worse one. */
  private static double effective(double[] raw, boolean better) {
    int half = raw.length / 2;
    double[] part = better ? Arrays.copyOf(raw, half) : Arrays.copyOfRange(raw, half, raw.length);
    double sum = Arrays.stream(part).sum();
    return sum * sum / Arrays.stream(part).map(w -> w * w).sum();
  }

  private static double[] weights(double[] raw, double n, Adaptation adaptation) {
    double better = Arrays.stream(raw).filter(w -> w > 0).sum();
    double worse = -Arrays.stream(raw).filter(w -> w < 0).sum();
    double bound = negativeSum(raw, n, adaptation);
    return Arrays.stream(raw).map(w -> w >= 0 ? w / better : w * bound / worse).toArray();
  }

  /** The smallest of alpha_mu-, alpha_mueff- and alpha_posdef-. */
  private static double negativeSum(double[] raw, double n, Adaptation adaptation) {
    double c1 = adaptation.rankOneRate();
    double cMu = adaptation.rankMuRate();
    double byVariance = 1 + 2 * effective(raw, false) / (effective(raw, true) + 2);
    double byDefiniteness = (1 - c1 - cMu) / (n * cMu);
    return Math.min(1 + c1 / cMu, Math.min(byVariance, byDefiniteness));
  }

  int population() {
    return weights.length;
  }
}
