package org.hone.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How the search goes.
 *
 * @param name of the study; letters, digits, {@code - _ .}
 * @param trials finished trials after which the search ends, the baseline included
 * @param timeout after which the search ends in any case
 * @param seed from which all randomness of the study follows
 * @param sampler id of the sampler
 * @param pruner id of the pruner
 */
public record StudySettings(
    String name, int trials, Optional<Duration> timeout, long seed, String sampler, String pruner) {
  public StudySettings {
    if (!StudyName.isValid(name)) {
      throw new IllegalArgumentException(
          "a study's name is %s, but is '%s'".formatted(StudyName.RULE, name));
    }
    if (trials < 1) {
      throw new IllegalArgumentException("a study needs trials >= 1, but trials=" + trials);
    }
  }
}
