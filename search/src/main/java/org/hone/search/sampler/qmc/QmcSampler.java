package org.hone.search.sampler.qmc;

import java.util.random.RandomGenerator;
import org.hone.search.math.SobolSequence;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Quasi-random search by Sobol's sequence, scrambled: trial i is run at point i.
 *
 * <p>The first trial draws the scrambling, and the others take over what it noted ({@code
 * hone:qmc:seed}), so that a study has one sequence and another seed gives another one; {@code
 * hone:qmc:index} says which point a trial has. Results do not matter. Coordinates of parameters
 * that do not exist at a point are left out; where a constraint excludes a point, the nearest
 * allowed one is taken. Workers of several processes that ask at the same instant may get the same
 * point.
 *
 * @see <a href="https://jmlr.org/papers/v13/bergstra12a.html">Bergstra and Bengio, Random search
 *     for hyper-parameter optimization, JMLR 2012, section 5.1</a>
 */
public final class QmcSampler implements Sampler {
  private static final QuasiRandom SEQUENCE = new QuasiRandom("qmc", SobolSequence::new);

  @Override
  public String id() {
    return SEQUENCE.sampler();
  }

  @Override
  public boolean takesTurns() {
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if more than {@value SobolSequence#MOST_DIMENSIONS} parameters
   *     have several values; Halton's sequence has no such limit
   */
  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    return SEQUENCE.next(snapshot, space, random);
  }
}
