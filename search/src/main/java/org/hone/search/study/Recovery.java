package org.hone.search.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.storage.Storage;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Fails trials that a process left running when it died, and enqueues them again. */
record Recovery(Storage storage, long study) {
  /** System attribute, Optuna's: the number of the trial that failed first. */
  private static final String FAILED_TRIAL = "failed_trial";

  /** System attribute, Optuna's: the numbers of all that failed, the last one last. */
  private static final String RETRY_HISTORY = "retry_history";

  List<Integer> run() {
    List<Integer> interrupted = new ArrayList<>();
    for (TrialRecord trial : storage.snapshot(study).in(TrialState.RUNNING).toList()) {
      if (fail(trial)) {
        enqueueAgain(trial);
        interrupted.add(trial.number());
      }
    }
    return List.copyOf(interrupted);
  }

  private boolean fail(TrialRecord trial) {
    return storage.finish(
        trial.id(), TrialState.FAIL, List.of(), Optional.of(TrialRecord.INTERRUPTED));
  }

  private void enqueueAgain(TrialRecord trial) {
    Map<String, Object> attributes = new LinkedHashMap<>(trial.systemAttributes());
    attributes.remove(TrialRecord.REASON);
    attributes.putIfAbsent(FAILED_TRIAL, trial.number());
    List<Object> history = new ArrayList<>();
    if (attributes.get(RETRY_HISTORY) instanceof List<?> before) {
      history.addAll(before);
    }
    history.add(trial.number());
    attributes.put(RETRY_HISTORY, history);
    storage.createTrial(study, TrialState.WAITING, trial.parameters(), attributes);
  }
}
