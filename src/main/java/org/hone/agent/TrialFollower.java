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
 * @param pruned whether the pruner may end it
 */
record TrialFollower(
    Trial trial,
    Provenance provenance,
    boolean pruned,
    int epochs,
    TuningListener listener,
    BooleanSupplier stop)
    implements TrialRunner.Observer {

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
    trial.report(epoch, score);
    listener.epoch(epoch, epochs);
    return pruned && isTelling(epoch) && trial.shouldPrune() ? Decision.STOP : Decision.CONTINUE;
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
