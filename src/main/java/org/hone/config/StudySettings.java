package org.hone.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How the search goes.
 *
 * @param name of the study; letters, digits, {@code - _ .}
 * @param trials finished trials after which the search ends, the baseline included
 * @param timeout after which the search ends in any case
 * @param trialTimeout after which a trial is given up, so that an endless one does not hold up the
 *     study
 * @param seed from which all randomness of the study follows
 * @param sampler id of the sampler
 * @param pruner id of the pruner
 */
public record StudySettings(
    String name,
    int trials,
    Optional<Duration> timeout,
    Duration trialTimeout,
    long seed,
    String sampler,
    String pruner) {
  /** Longer than trials take, unless a study says otherwise. */
  public static final Duration USUAL_TRIAL_TIMEOUT = Duration.ofHours(6);

  public StudySettings {
    if (!StudyName.isValid(name)) {
      throw new IllegalArgumentException(
          "a study's name is %s, but is '%s'".formatted(StudyName.RULE, name));
    }
    if (trials < 1) {
      throw new IllegalArgumentException("a study needs trials >= 1, but trials=" + trials);
    }
    if (trialTimeout.isNegative() || trialTimeout.isZero()) {
      throw new IllegalArgumentException(
          "a trial needs a timeout > 0, but trialTimeout=" + trialTimeout);
    }
  }
}
