package org.hone.search.study;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long to go on: until one of the limits is reached. Trials that run when the time is up are
 * finished.
 *
 * @param trials how many to begin; unlimited if empty
 * @param time how long to begin new ones; unlimited if empty
 */
public record Budget(OptionalInt trials, Optional<Duration> time) {

  public Budget {
    if (trials.isPresent() && trials.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "a number of trials is not negative, but is " + trials.getAsInt());
    }
    if (time.isPresent() && time.get().isNegative()) {
      throw new IllegalArgumentException("a time limit is not negative, but is " + time.get());
    }
  }

  /** So many trials. */
  public static Budget trials(int count) {
    return new Budget(OptionalInt.of(count), Optional.empty());
  }

  /** So much time. */
  public static Budget time(Duration limit) {
    return new Budget(OptionalInt.empty(), Optional.of(limit));
  }

  /** The same number of trials, within so much time. */
  public Budget within(Duration limit) {
    return new Budget(trials, Optional.of(limit));
  }
}
