package org.hone.agent;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.hone.search.study.Trial;
import org.hone.search.trial.TrialRecord;

/**
 * For how long a trial runs, over all the processes that it runs in. It is written down now and
 * then, as a process may end without notice; what is lost is at most {@link #PERIOD} and an epoch.
 */
final class TimeAtWork {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Trial trial;
  private final LongSupplier nanoTime;
  private final Duration before;
  private final long begin;
  private long noted;
  private boolean inPieces;

  /**
   * @param seen the trial as it stands when this process takes it up
   * @param again whether an earlier process was at it
   * @param nanoTime a clock
   */
  TimeAtWork(Trial trial, TrialRecord seen, boolean again, LongSupplier nanoTime) {
    this.trial = trial;
    this.nanoTime = nanoTime;
    this.before = seen.atWork().orElse(Duration.ZERO);
    this.begin = nanoTime.getAsLong();
    this.noted = begin;
    this.inPieces = again;
  }

  /** An epoch is over. */
  void goesOn() {
    if (nanoTime.getAsLong() - noted >= PERIOD.toNanos()) {
      note();
    }
  }

  /** The trial is over; of one that ran in one piece start and end say it all. */
  void ends() {
    if (inPieces) {
      note();
    }
  }

  /** The trial is left, and goes on another time. */
  void pauses() {
    note();
  }

  private void note() {
    noted = nanoTime.getAsLong();
    inPieces = true;
    trial.setUserAttribute(
        TrialRecord.SECONDS, before.plusNanos(noted - begin).toMillis() / 1000.0);
  }
}
