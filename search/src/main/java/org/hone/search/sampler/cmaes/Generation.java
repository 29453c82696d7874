package org.hone.search.sampler.cmaes;

import java.util.List;

/** Evaluated individuals in the order of their ranks, best first. */
final class Generation {
  final List<Individual> ranked;

  /** By rank, of which the positive ones sum to 1. */
  final double[] weights;

  Generation(List<Individual> ranked, double[] weights) {
    this.ranked = ranked;
    this.weights = weights;
  }

  double[] step(int rank) {
    return ranked.get(rank).step;
  }

  /** The weighted mean of the better steps. */
  double[] weightedStep() {
    return weightedSum(false);
  }

  /** The same, as far as the coordinates were active. */
  double[] weightedMove() {
    return weightedSum(true);
  }

  private double[] weightedSum(boolean onlyActive) {
    double[] sum = new double[step(0).length];
    for (int rank = 0; rank < weights.length && weights[rank] > 0; rank++) {
      Individual individual = ranked.get(rank);
      for (int i = 0; i < sum.length; i++) {
        if (!onlyActive || individual.active[i]) {
          sum[i] += weights[rank] * individual.step[i];
        }
      }
    }
    return sum;
  }
}
