package org.hone.agent;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hone.api.training.Decision;
import org.hone.search.study.Trial;

/**
 * Writes what a running trial reports into its record, and asks the pruner.
 *
 * @param pruned whether the pruner may end it
 */
record TrialFollower(
    Trial trial, boolean pruned, int epochs, TuningListener listener, BooleanSupplier stop)
    implements TrialRunner.Observer {

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
