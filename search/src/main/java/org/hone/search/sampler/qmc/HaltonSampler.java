package org.hone.search.sampler.qmc;

import java.util.random.RandomGenerator;
import org.hone.search.math.HaltonSequence;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Quasi-random search by Halton's sequence, scrambled; otherwise as {@link QmcSampler}, with any
 * number of parameters. Trials note {@code hone:halton:seed} and {@code hone:halton:index}.
 */
public final class HaltonSampler implements Sampler {
  private static final QuasiRandom SEQUENCE = new QuasiRandom("halton", HaltonSequence::new);

  @Override
  public String id() {
    return SEQUENCE.sampler();
  }

  @Override
  public boolean takesTurns() {
    return true;
  }

  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    return SEQUENCE.next(snapshot, space, random);
  }
}
