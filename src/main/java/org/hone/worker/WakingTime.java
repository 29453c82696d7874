package org.hone.worker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Time that passes while somebody watches. If the watcher itself was stopped (a laptop that slept,
 * Ctrl-Z), what he watches was stopped too, and cannot be blamed for it. For one thread, which
 * looks several times per second.
 */
final class WakingTime {
  private static final long LONGEST_LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanoTime;
  private long last;
  private long passed;

  WakingTime(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /** Since the beginning. */
  Duration passed() {
    long now = nanoTime.getAsLong();
    passed += Math.min(now - last, LONGEST_LOOK_NANOS);
    last = now;
    return Duration.ofNanos(passed);
  }
}
