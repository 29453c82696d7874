package org.hone.search.study;

import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/** Is told of every trial that ends. */
@FunctionalInterface
public interface StudyListener {

  /**
   * A trial has ended. Called by the thread that ran it.
   *
   * @param snapshot the study, including the trial
   */
  void finished(StudySnapshot snapshot, TrialRecord trial);
}
