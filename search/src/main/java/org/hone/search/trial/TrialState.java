package org.hone.search.trial;

/** Where a trial stands; the names are Optuna's, as stored. */
public enum TrialState {
  RUNNING,
  COMPLETE,
  PRUNED,
  FAIL,
  WAITING;

  /** Whether nothing about the trial changes any more. */
  public boolean isFinished() {
    return this == COMPLETE || this == PRUNED || this == FAIL;
  }
}
