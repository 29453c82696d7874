package org.hone.agent;

import java.util.List;
import java.util.Optional;
import org.hone.search.trial.TrialRecord;

/** Who follows a tuning from outside, such as a progress bar. Called by one thread at a time. */
public interface TuningListener {

  /** A part of the work. */
  enum Phase {
    SEARCH,
    CONFIRMATION
  }

  /**
   * The study is open.
   *
   * @param lines what it is about, for people
   */
  default void opened(List<String> lines) {}

  /**
   * A phase begins, or goes on where it stopped.
   *
   * @param total trainings of the phase
   * @param done those finished before, at most {@code total}
   * @param best the best trial of the search so far
   */
  default void began(Phase phase, int total, int done, Optional<TrialRecord> best) {}

  /** An epoch of the running training is over; epochs count from 1. */
  default void epoch(int epoch, int epochs) {}

  /** A training is over. */
  default void finished(Phase phase, TrialRecord trial) {}

  /** Something the user should know, in one line. */
  default void note(String line) {}
}
