package org.hone.reports.analysis;

import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** A trial's score, where NaN stands for none: it compares as neither better nor worse. */
final class Scores {
  private Scores() {}

  static double of(TrialRecord trial) {
    return trial.value().orElse(Double.NaN);
  }

  /** Whether it ran to its end and has a finite score; what others reported is of less training. */
  static boolean isScored(TrialRecord trial) {
    return trial.state() == TrialState.COMPLETE && Double.isFinite(of(trial));
  }

  /** The score of a scored trial, otherwise NaN. */
  static double finite(TrialRecord trial) {
    return isScored(trial) ? of(trial) : Double.NaN;
  }
}
