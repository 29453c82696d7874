package org.hone.search.pruner;

import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Says whether a running trial should be ended early. An implementation keeps no state: the answer
 * follows from the arguments alone. Found by ServiceLoader.
 */
public interface Pruner {

  /** Kebab-case, unique, never renamed. */
  String id();

  /**
   * Whether to end the trial now, judged by its last reported value.
   *
   * @param snapshot the study, including this trial
   * @param trial running, with everything it has reported so far
   */
  boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial);
}
