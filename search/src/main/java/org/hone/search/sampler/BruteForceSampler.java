package org.hone.search.sampler;

import java.util.random.RandomGenerator;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Tries every point of a discrete space once, in random order, also with several workers; then it
 * is exhausted, and an optimisation ends. Conditions make a tree of which each leaf is a point;
 * points that constraints exclude are left out. A trial that failed counts as tried, one that was
 * interrupted does not.
 */
public final class BruteForceSampler implements Sampler {
  private static final Exhaustive EXHAUSTIVE = new Exhaustive(BruteForceSampler::candidates);

  @Override
  public String id() {
    return "brute-force";
  }

  private static Candidates candidates(Parameter parameter) {
    Distribution distribution = parameter.distribution();
    if (distribution.cardinality().isEmpty()) {
      throw new IllegalArgumentException(
          "brute-force tries all values, but '%s' has too many: %s; give it a step, or use grid"
              .formatted(parameter.name(), distribution.describe()));
    }
    return Candidates.all(distribution);
  }

  @Override
  public boolean takesTurns() {
    return true;
  }

  @Override
  public boolean isExhausted(StudySnapshot snapshot, SearchSpace space) {
    return EXHAUSTIVE.isDone(snapshot, space);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a parameter is continuous
   */
  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    return Suggestion.of(EXHAUSTIVE.next(snapshot, space, random));
  }
}
