package org.hone.agent;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hone.api.training.Decision;
import org.hone.search.study.Trial;
import org.hone.search.trial.Provenance;

/**
 * Writes what a running trial reports into its record, and asks the pruner.
 *
 * @param provenance of the trial, but for its recipe
 * @param scores what becomes of them
 */
record TrialFollower(
    Trial trial,
    Provenance provenance,
    Scores scores,
    int epochs,
    TuningListener listener,
    BooleanSupplier stop)
    implements TrialRunner.Observer {

  /** What becomes of the scores of a trial's epochs. */
  enum Scores {
    /** The pruner sees them and may end the trial. */
    JUDGED,
    /** The pruner sees them, to judge others by. */
    KEPT,
    /** Of several objectives an epoch shows the first only: it is a series like others. */
    SERIES
  }

  @Override
  public void began(String recipe) {
    trial.setProvenance(
        new Provenance(
            provenance.seed(),
            provenance.studyFile(),
            recipe,
            provenance.plugins(),
            provenance.engine(),
            provenance.device(),
            provenance.artifacts()));
  }

  @Override
  public Decision epoch(int epoch, double score, Map<String, Double> readings) {
    trial.appendSeries(epoch, readings);
    if (scores != Scores.SERIES) {
      trial.report(epoch, score);
    }
    listener.epoch(epoch, epochs);
    boolean judged = scores == Scores.JUDGED && isTelling(epoch);
    return judged && trial.shouldPrune() ? Decision.STOP : Decision.CONTINUE;
  }

  /**
   * Recipes with a warm-up or much regularisation begin slowly, so the first third of the budget is
   * not held against them; and the last epoch is paid for already.
   */
  private boolean isTelling(int epoch) {
    return 3 * epoch >= epochs && epoch < epochs;
  }

  @Override
  public boolean stopRequested() {
    return stop.getAsBoolean();
  }
}
