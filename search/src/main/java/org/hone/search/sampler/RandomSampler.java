package org.hone.search.sampler;

import java.util.random.RandomGenerator;
import org.hone.search.math.Uniform;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Draws every active parameter uniformly on its own scale, whatever the history says; with
 * constraints, uniformly among the points that respect them.
 *
 * @see <a href="https://jmlr.org/papers/v13/bergstra12a.html">Bergstra and Bengio, JMLR 2012</a>
 */
public final class RandomSampler implements Sampler {

  @Override
  public String id() {
    return "random";
  }

  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    return Suggestion.of(Uniform.point(space, random));
  }
}
