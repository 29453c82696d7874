package org.hone.search.study;

import java.time.Duration;

/**
 * How a study notices that the process which ran a trial is gone, as Optuna does: whoever runs a
 * trial notes every {@code interval} that it is alive, and a running trial of which nothing was
 * noted for longer than {@code grace} fails and is put into the queue again.
 *
 * @param maximumRetries how often one trial is put into the queue again; then it just fails
 */
public record Heartbeat(Duration interval, Duration grace, int maximumRetries) {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int RETRIES = 3;

  public Heartbeat {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException(
          "a heartbeat's interval is longer than nothing, but is " + interval);
    }
    if (grace.compareTo(interval) <= 0) {
      throw new IllegalArgumentException(
          "a heartbeat's grace period must be longer than its interval %s, but is %s"
              .formatted(interval, grace));
    }
    if (maximumRetries < 0) {
      throw new IllegalArgumentException(
          "the retries of a trial are 0 or more, but are " + maximumRetries);
    }
  }

  /** Every minute, with two minutes of grace and three retries. */
  public static Heartbeat everyMinute() {
    return every(MINUTE);
  }

  /** With twice the interval as grace period and three retries. */
  public static Heartbeat every(Duration interval) {
    return new Heartbeat(interval, interval.multipliedBy(2), RETRIES);
  }

  /** The same with another grace period. */
  public Heartbeat grace(Duration period) {
    return new Heartbeat(interval, period, maximumRetries);
  }

  /** The same with so many retries. */
  public Heartbeat retries(int most) {
    return new Heartbeat(interval, grace, most);
  }
}
