package org.hone.search.sampler.gp;

import java.util.List;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/**
 * The axes of the process's input space: one per parameter.
 *
 * @param distributions the parameters' distributions
 */
record Axes(List<Distribution> distributions) {
  Axes {
    distributions = List.copyOf(distributions);
  }

  static Axes of(SearchSpace space) {
    return new Axes(space.parameters().stream().map(Parameter::distribution).toList());
  }

  int count() {
    return distributions.size();
  }

  /** Whether axis d has categories without an order, by index, instead of numbers. */
  boolean isCategorical(int d) {
    return distributions.get(d) instanceof CategoricalDistribution;
  }
}
