package org.hone.search.sampler.cmaes;

import java.util.Optional;
import org.hone.search.sampler.Suggestion;
import org.hone.search.trial.TrialRecord;

/**
 * What a trial remembers of how it was drawn: all that is needed to draw it again.
 *
 * @param generation from 0, counted over all starts
 * @param seed of the draw
 */
record Note(int generation, int seed) {
  private static final String GENERATION = "hone:cma-es:generation";
  private static final String SEED = "hone:cma-es:seed";
  private static final String SPACE = "hone:cma-es:space";

  /**
   * The note of a trial; empty if it was not drawn by this sampler from this space.
   *
   * @param signature of the space
   */
  static Optional<Note> of(TrialRecord trial, int signature) {
    return trial.systemAttributes().get(SPACE) instanceof Number space
            && space.intValue() == signature
            && trial.systemAttributes().get(GENERATION) instanceof Number generation
            && trial.systemAttributes().get(SEED) instanceof Number seed
        ? Optional.of(new Note(generation.intValue(), seed.intValue()))
        : Optional.empty();
  }

  Suggestion on(Suggestion suggestion, int signature) {
    return suggestion.noting(GENERATION, generation).noting(SEED, seed).noting(SPACE, signature);
  }
}
