package org.hone.search.sampler.evolution;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.math.NonDominatedSort;

/** Individuals by non-domination under constraints, best front first. */
final class Fronts {
  private Fronts() {}

  static List<List<Individual>> of(List<Individual> individuals) {
    int[] ranks =
        NonDominatedSort.ranks(
            individuals.stream().map(Individual::losses).toArray(double[][]::new),
            individuals.stream().mapToDouble(Individual::violation).toArray());
    List<List<Individual>> fronts = new ArrayList<>();
    for (int i = 0; i < ranks.length; i++) {
      while (fronts.size() <= ranks[i]) {
        fronts.add(new ArrayList<>());
      }
      fronts.get(ranks[i]).add(individuals.get(i));
    }
    return fronts;
  }
}
