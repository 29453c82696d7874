package org.hone.search.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Storage;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Fails trials that a process left running when it died, and enqueues them again: their parameters
 * and what explains them, not what came of them. Of several processes that recover the same trial
 * one does it.
 *
 * @param maximumRetries how often one trial is enqueued again
 */
record Recovery(Storage storage, long study, int maximumRetries) {
  /** System attribute, Optuna's: the number of the trial that failed first. */
  static final String FAILED_TRIAL = "failed_trial";

  /** System attribute, Optuna's: the numbers of all that failed, the last one last. */
  static final String RETRY_HISTORY = "retry_history";

  /**
   * What these system attributes begin with came of the trial; {@code completed_rung_}: Optuna's.
   */
  private static final List<String> RESULTS =
      List.of(
          TrialRecord.REASON,
          TrialRecord.CONSTRAINTS,
          TrialRecord.CONSTRAINT,
          TrialRecord.REPORT,
          "completed_rung_");

  /**
   * @return the numbers of those that were still running
   */
  List<Integer> run(List<TrialRecord> trials) {
    List<Integer> interrupted = new ArrayList<>();
    for (TrialRecord trial : trials) {
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
    List<Object> history = new ArrayList<>();
    if (trial.systemAttributes().get(RETRY_HISTORY) instanceof List<?> before) {
      history.addAll(before);
    }
    history.add(trial.number());
    if (history.size() > maximumRetries) {
      return;
    }
    Map<String, Object> attributes = new LinkedHashMap<>(trial.systemAttributes());
    attributes.keySet().removeIf(key -> RESULTS.stream().anyMatch(key::startsWith));
    attributes.putIfAbsent(FAILED_TRIAL, trial.number());
    attributes.put(RETRY_HISTORY, history);
    TrialRecord again =
        storage.createTrial(study, TrialState.WAITING, trial.parameters(), attributes);
    trial
        .userAttributes()
        .forEach(
            (key, value) -> storage.setTrialAttribute(again.id(), AttributeKind.USER, key, value));
  }
}
