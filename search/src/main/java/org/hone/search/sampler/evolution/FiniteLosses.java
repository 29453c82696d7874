package org.hone.search.sampler.evolution;

import java.util.ArrayList;
import java.util.List;

/** Infinite losses made finite, so that distances between individuals are. */
final class FiniteLosses {
  private FiniteLosses() {}

  /** An infinite loss comes to lie beyond the finite ones, as far as these reach. */
  static List<Individual> of(List<Individual> individuals) {
    if (individuals.isEmpty()) {
      return individuals;
    }
    int objectives = individuals.get(0).losses().length;
    double[] best = new double[objectives];
    double[] worst = new double[objectives];
    for (int m = 0; m < objectives; m++) {
      int objective = m;
      double[] finite =
          individuals.stream()
              .mapToDouble(individual -> individual.losses()[objective])
              .filter(Double::isFinite)
              .sorted()
              .toArray();
      double low = finite.length > 0 ? finite[0] : 0;
      double high = finite.length > 0 ? finite[finite.length - 1] : 0;
      double step = high > low ? high - low : Math.max(1, Math.abs(low));
      best[m] = low - step;
      worst[m] = high + step;
    }
    List<Individual> bounded = new ArrayList<>();
    individuals.forEach(individual -> bounded.add(within(individual, best, worst)));
    return bounded;
  }

  private static Individual within(Individual individual, double[] best, double[] worst) {
    double[] losses = individual.losses().clone();
    for (int m = 0; m < losses.length; m++) {
      losses[m] = Math.max(best[m], Math.min(losses[m], worst[m]));
    }
    return individual.valued(losses);
  }
}
