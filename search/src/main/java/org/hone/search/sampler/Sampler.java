package org.hone.search.sampler;

import java.util.random.RandomGenerator;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Chooses the next point. An implementation keeps no state: what it returns follows from the
 * arguments alone (what it keeps in {@link StudySnapshot#memo} only saves time), so one instance
 * serves any number of studies and threads, and a study can be replayed. Found by ServiceLoader.
 */
public interface Sampler {

  /** Kebab-case, unique, never renamed. */
  String id();

  /**
   * A point of the space, drawn jointly over all its parameters.
   *
   * @param snapshot what is known; may hold finished trials of other spaces, failed ones, running
   *     ones, and values that are infinite
   * @param random the only source of randomness
   * @return a point that respects conditions and constraints, and what to note with the trial
   */
  Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random);

  /**
   * Whether suggestions must be made one after the other, each knowing of the one before, as when
   * no point may be taken twice. A study then lets one thread at a time ask.
   */
  default boolean takesTurns() {
    return false;
  }

  /**
   * Whether it might ever suggest such a point. A study that goes elsewhere because a suggestion
   * was tried before goes only there.
   */
  default boolean mightSuggest(ParameterValues point) {
    return true;
  }

  /** Whether every point it would ever suggest has been tried, which ends an optimisation. */
  default boolean isExhausted(StudySnapshot snapshot, SearchSpace space) {
    return false;
  }
}
