package org.hone.search.study;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hone.search.pruner.Pruner;
import org.hone.search.sampler.Sampler;
import org.hone.search.terminator.Terminator;

/**
 * How a study goes about it.
 *
 * @param seed what all randomness follows from
 * @param deadline how long a trial of {@link Study#optimize} may take; empty for as long as it
 *     likes
 * @param heartbeat how it notices that a process is gone; empty for not at all
 * @param terminator what ends {@link Study#optimize} before its budget is used up
 */
record Strategy(
    Sampler sampler,
    Pruner pruner,
    long seed,
    Optional<Duration> deadline,
    Optional<Heartbeat> heartbeat,
    Optional<Terminator> terminator) {

  RandomGenerator randomOf(int number) {
    return TrialRandom.of(seed, number);
  }
}
