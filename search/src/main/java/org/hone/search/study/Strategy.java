package org.hone.search.study;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hone.search.pruner.Pruner;
import org.hone.search.sampler.Sampler;

/**
 * How a study goes about it.
 *
 * @param seed what all randomness follows from
 * @param deadline how long a trial of {@link Study#optimize} may take; empty for as long as it
 *     likes
 * @param heartbeat how it notices that a process is gone; empty for not at all
 */
record Strategy(
    Sampler sampler,
    Pruner pruner,
    long seed,
    Optional<Duration> deadline,
    Optional<Heartbeat> heartbeat) {

  RandomGenerator randomOf(int number) {
    return TrialRandom.of(seed, number);
  }
}
