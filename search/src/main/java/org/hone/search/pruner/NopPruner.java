package org.hone.search.pruner;

import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/** Lets every trial run to its end. */
public final class NopPruner implements Pruner {

  @Override
  public String id() {
    return "nop";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    return false;
  }
}
