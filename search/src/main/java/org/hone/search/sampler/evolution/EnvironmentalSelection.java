package org.hone.search.sampler.evolution;

import java.util.List;

/** Who survives. */
interface EnvironmentalSelection {

  /**
   * The fittest, fittest first; what it returns follows from its arguments.
   *
   * @return {@code count} of them, or all if there are not that many
   */
  List<Individual> select(List<Individual> candidates, int count);
}
