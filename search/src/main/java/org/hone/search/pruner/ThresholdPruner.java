package org.hone.search.pruner;

import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Ends a trial whose last value is NaN or outside of fixed bounds, in the objective's own units and
 * whatever its direction. For one objective.
 *
 * @param lower ends what is less; negative infinity for no bound
 * @param upper ends what is more; infinity for no bound
 * @param warmupSteps nothing is ended before this step
 * @param intervalSteps from the end of the warm-up on, one decision in so many steps
 * @see <a href="https://doi.org/10.1145/3292500.3330701">Akiba et al., Optuna, KDD 2019</a>
 */
public record ThresholdPruner(double lower, double upper, int warmupSteps, int intervalSteps)
    implements Pruner {

  public ThresholdPruner {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "the lower threshold is at most the upper one, but they are %s and %s"
              .formatted(lower, upper));
    }
    new Checks(warmupSteps, intervalSteps);
  }

  /** Bounds that hold from the first step on, looked at in every step. */
  public ThresholdPruner(double lower, double upper) {
    this(lower, upper, 0, 1);
  }

  /** Without bounds: ends what reports NaN. */
  public ThresholdPruner() {
    this(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public String id() {
    return "threshold";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    Objectives.only(snapshot, this);
    if (!new Checks(warmupSteps, intervalSteps).areDue(trial.intermediate())) {
      return false;
    }
    double last = trial.lastReport().orElseThrow();
    return !(last >= lower && last <= upper);
  }
}
