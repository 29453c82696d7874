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

  /**
   * Refuses to go on with a finished trial.
   *
   * @param number of the trial, for the message
   * @throws IllegalStateException if it is finished
   */
  public void requireUnfinished(int number) {
    if (isFinished()) {
      throw new IllegalStateException(
          "trial %d is %s: it cannot be changed any more".formatted(number, this));
    }
  }
}
