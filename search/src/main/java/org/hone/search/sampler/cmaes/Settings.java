package org.hone.search.sampler.cmaes;

import java.util.Optional;
import java.util.OptionalInt;
import org.hone.search.trial.StudySnapshot;

/**
 * How a user wants the strategy.
 *
 * @param population of a generation before any restart; from the number of parameters if empty
 * @param sigma the first step size, as a part of each parameter's range
 * @param source a similar study to begin from
 */
record Settings(OptionalInt population, double sigma, Optional<StudySnapshot> source) {
  static final Settings DEFAULT = new Settings(OptionalInt.empty(), 1.0 / 6, Optional.empty());

  Settings {
    if (population.isPresent() && population.getAsInt() < 2) {
      throw new IllegalArgumentException(
          "a population has at least 2 members, but population=" + population.getAsInt());
    }
    if (!(sigma > 0 && sigma <= 1)) {
      throw new IllegalArgumentException(
          "a first step is more than 0 and at most 1, the whole range, but sigma=" + sigma);
    }
  }
}
