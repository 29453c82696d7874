package org.hone.search.study;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.hone.search.storage.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Beats for the trials that this process runs, and recovers those whose process no longer beats.
 * While there are trials, a daemon thread does so at every interval. Thread-safe.
 */
final class Pulse {
  private final Storage storage;
  private final long study;
  private final Heartbeat settings;
  private final LongSupplier nanoTime;
  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private @Nullable Thread thread;
  private @Nullable Long recovered;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  Pulse(Storage storage, long study, Heartbeat settings, LongSupplier nanoTime) {
    this.storage = storage;
    this.study = study;
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /** Before a trial is asked for: there may be one to be done again. */
  void recoverIfDue() {
    if (takeTurn()) {
      recover();
    }
  }

  private synchronized boolean takeTurn() {
    long now = nanoTime.getAsLong();
    Long last = recovered;
    boolean due = last == null || now - last >= settings.interval().toNanos();
    if (due) {
      recovered = now;
    }
    return due;
  }

  /**
   * @return the numbers of the trials that failed
   */
  List<Integer> recover() {
    return new Recovery(storage, study, settings.maximumRetries())
        .run(storage.staleTrials(study, settings.grace()));
  }

  /** From now on the trial is this process's. */
  void begin(long trial) {
    storage.beat(trial);
    synchronized (this) {
      running.add(trial);
      if (thread == null) {
        thread = started();
      }
    }
  }

  /** It is no longer. */
  void end(long trial) {
    running.remove(trial);
  }

  /** One beat of every trial, and a look after others. */
  void beat() {
    running.forEach(storage::beat);
    recoverIfDue();
  }

  private Thread started() {
    Thread beating = new Thread(this::beatOnAndOn, "heartbeat of study " + study);
    beating.setDaemon(true);
    beating.start();
    return beating;
  }

  private void beatOnAndOn() {
    try {
      while (isNeeded()) {
        TimeUnit.NANOSECONDS.sleep(settings.interval().toNanos());
        tryToBeat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToBeat() {
    try {
      beat();
    } catch (RuntimeException e) {
      // A server that is away for a moment: whoever runs the trial hears of it when it matters.
    }
  }

  private synchronized boolean isNeeded() {
    boolean needed = !running.isEmpty();
    if (!needed) {
      thread = null;
    }
    return needed;
  }
}
