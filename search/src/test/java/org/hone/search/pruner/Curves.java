package org.hone.search.pruner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.search.space.Direction;
import org.hone.search.testkit.Histories;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** A study in the making whose trials report from step 1 on. Mutable. */
final class Curves {
  private final Direction direction;
  private final List<TrialRecord> trials = new ArrayList<>();

  Curves(Direction direction) {
    this.direction = direction;
  }

  /** To be minimised. */
  Curves() {
    this(Direction.MINIMIZE);
  }

  private TrialDraft draft(TrialState state, double... reports) {
    TrialDraft draft = new TrialDraft(trials.size() + 1, trials.size(), state);
    for (int k = 0; k < reports.length; k++) {
      draft.intermediate(k + 1, reports[k]);
    }
    return draft;
  }

  /** Whose value is the last report. */
  Curves complete(double... reports) {
    return valued(reports[reports.length - 1], reports);
  }

  /** Of a value of its own. */
  Curves valued(double value, double... reports) {
    trials.add(draft(TrialState.COMPLETE, reports).values(List.of(value)).record());
    return this;
  }

  Curves ended(TrialState state, double... reports) {
    trials.add(draft(state, reports).record());
    return this;
  }

  Curves running(double... reports) {
    return ended(TrialState.RUNNING, reports);
  }

  /** Whether the last trial would be ended. */
  boolean prunes(Pruner pruner) {
    return pruner.shouldPrune(Histories.of(direction, trials), trials.get(trials.size() - 1));
  }

  /** A running trial of two objectives, which reports pairs from step 1 on. */
  static TrialRecord pairs(int number, TrialState state, double[]... reports) {
    TrialDraft draft = new TrialDraft(number + 1, number, state);
    for (int k = 0; k < reports.length; k++) {
      draft.intermediate(k + 1, reports[k][0]);
      draft.systemAttribute(TrialRecord.REPORT + (k + 1), List.of(reports[k][0], reports[k][1]));
    }
    return state == TrialState.COMPLETE ? draft.values(List.of(0.0, 0.0)).record() : draft.record();
  }

  /** A study that minimises the first and maximises the second objective. */
  static StudySnapshot ofPairs(List<TrialRecord> trials) {
    return StudySnapshot.of(
        new StudyDefinition(
            "pairs",
            List.of(Direction.MINIMIZE, Direction.MAXIMIZE),
            Optional.empty(),
            Catalogue.empty()),
        trials);
  }
}
