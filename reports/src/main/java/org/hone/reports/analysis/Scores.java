package org.hone.reports.analysis;

import org.hone.search.trial.TrialRecord;

/** A trial's score, where NaN stands for none: what compares as neither better nor worse. */
final class Scores {
  private Scores() {}

  static double of(TrialRecord trial) {
    return trial.value().orElse(Double.NaN);
  }

  static boolean isFinite(TrialRecord trial) {
    return Double.isFinite(of(trial));
  }
}
