package org.hone.search.study;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** What is left of a budget, shared by the threads that use it up. */
final class Allowance {
  private final Budget budget;
  private final LongSupplier nanoTime;
  private final long start;
  private final AtomicInteger begun = new AtomicInteger();
  private volatile boolean withdrawn;

  Allowance(Budget budget, LongSupplier nanoTime) {
    this.budget = budget;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** Takes one trial; false if nothing is left. */
  boolean take() {
    Duration used = Duration.ofNanos(nanoTime.getAsLong() - start);
    boolean timeLeft = budget.time().map(limit -> used.compareTo(limit) < 0).orElse(true);
    return !withdrawn
        && timeLeft
        && begun.getAndIncrement() < budget.trials().orElse(Integer.MAX_VALUE);
  }

  /** Leaves nothing. */
  void withdraw() {
    withdrawn = true;
  }
}
