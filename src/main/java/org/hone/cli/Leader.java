package org.hone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.search.math.NonDominatedSort;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** The best trial so far, or the front; kept up to date trial by trial. Not thread-safe. */
final class Leader {
  private final List<TrialRecord> front = new ArrayList<>();

  /** Begins with what the study has. */
  void begin(StudySnapshot study) {
    front.clear();
    study.trials().forEach(trial -> offer(study, trial));
  }

  /** Whether the trial is now the best, or on the front. */
  boolean offer(StudySnapshot study, TrialRecord trial) {
    if (trial.state() != TrialState.COMPLETE || !trial.isFeasible()) {
      return false;
    }
    double[] losses = study.losses(trial);
    boolean several = losses.length > 1;
    for (TrialRecord other : front) {
      double[] theirs = study.losses(other);
      if (NonDominatedSort.dominates(theirs, losses) || (!several && theirs[0] == losses[0])) {
        return false;
      }
    }
    front.removeIf(other -> NonDominatedSort.dominates(losses, study.losses(other)));
    front.add(trial);
    return true;
  }

  /** Such as {@code best 0.4123 (trial 7)} or {@code front of 5}; empty if there is none. */
  Optional<String> text() {
    if (front.isEmpty()) {
      return Optional.empty();
    }
    TrialRecord first = front.get(0);
    return Optional.of(
        first.values().size() > 1
            ? "front of " + front.size()
            : "best %s (trial %d)".formatted(TrialText.values(first.values()), first.number()));
  }
}
