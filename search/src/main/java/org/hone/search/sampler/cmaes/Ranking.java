package org.hone.search.sampler.cmaes;

import java.util.Comparator;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The order of finished trials, best first: complete before pruned before failed; among complete
 * ones feasible before infeasible, those by violation; then by loss. Pruned trials that came
 * further come first, then by what they reported last. Ties by number.
 */
final class Ranking {
  private Ranking() {}

  /** Best first. */
  static Comparator<TrialRecord> of(StudySnapshot snapshot) {
    return Comparator.comparingInt(Ranking::tier)
        .thenComparingDouble(TrialRecord::violation)
        .thenComparingInt(Ranking::missingSteps)
        .thenComparingDouble(trial -> loss(snapshot, trial))
        .thenComparingInt(TrialRecord::number);
  }

  private static int tier(TrialRecord trial) {
    return trial.state() == TrialState.COMPLETE ? 0 : trial.state() == TrialState.PRUNED ? 1 : 2;
  }

  private static int missingSteps(TrialRecord trial) {
    return trial.state() == TrialState.PRUNED && !trial.intermediate().isEmpty()
        ? -trial.intermediate().lastKey()
        : 0;
  }

  private static double loss(StudySnapshot snapshot, TrialRecord trial) {
    double[] losses = snapshot.losses(trial);
    return losses.length == 0 ? Double.POSITIVE_INFINITY : losses[0];
  }
}
