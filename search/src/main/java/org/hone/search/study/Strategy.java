package org.hone.search.study;

import java.util.random.RandomGenerator;
import org.hone.search.pruner.Pruner;
import org.hone.search.sampler.Sampler;

/**
 * How a study goes about it.
 *
 * @param seed what all randomness follows from
 */
record Strategy(Sampler sampler, Pruner pruner, long seed) {

  RandomGenerator randomOf(int number) {
    return TrialRandom.of(seed, number);
  }
}
