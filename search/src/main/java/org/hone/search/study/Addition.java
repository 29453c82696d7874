package org.hone.search.study;

import java.util.Map;
import java.util.Optional;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Ending;
import org.hone.search.storage.Storage;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Writes a trial that has been finished elsewhere into a study. */
record Addition(Storage storage, long study) {

  int add(TrialRecord finished, ParameterValues parameters) {
    if (!finished.state().isFinished()) {
      throw new IllegalArgumentException(
          "trial %d is %s; allowed: finished trials"
              .formatted(finished.number(), finished.state()));
    }
    new Ending(finished.state(), finished.values(), Optional.empty())
        .requireObjectives(storage.snapshot(study).definition().directions().size());
    Map<String, Object> notes = finished.systemAttributes();
    TrialRecord added = storage.createTrial(study, TrialState.RUNNING, parameters, notes);
    finished.intermediate().forEach((step, value) -> storage.report(added.id(), step, value));
    finished
        .userAttributes()
        .forEach(
            (key, value) -> storage.setTrialAttribute(added.id(), AttributeKind.USER, key, value));
    storage.finish(added.id(), finished.state(), finished.values(), finished.reason());
    return added.number();
  }
}
