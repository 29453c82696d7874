package org.hone.search.pruner;

import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Ends a trial whose best value so far is worse than the median of what complete trials reported at
 * the same step: the median stopping rule as Optuna has it. For one objective.
 *
 * <p>NaN: a trial that has reported nothing but NaN is ended; NaN of other trials does not count;
 * if nothing of theirs is left at the step, or the median lies between opposite infinities, the
 * trial goes on. Infinite values compare as they should.
 *
 * @param startupTrials nothing is ended before so many trials are complete
 * @param warmupSteps nothing is ended before this step
 * @param intervalSteps from the end of the warm-up on, one decision in so many steps
 * @param minTrials nothing is ended at a step at which fewer complete trials have reported
 * @see <a href="https://doi.org/10.1145/3097983.3098043">Golovin et al., Google Vizier, KDD 2017,
 *     section 3.2.2</a>
 */
public record MedianPruner(int startupTrials, int warmupSteps, int intervalSteps, int minTrials)
    implements Pruner {
  private static final double MEDIAN = 50;

  public MedianPruner {
    new PercentilePruner(MEDIAN, startupTrials, warmupSteps, intervalSteps, minTrials);
  }

  /** Judges by one trial if there is one. */
  public MedianPruner(int startupTrials, int warmupSteps, int intervalSteps) {
    this(startupTrials, warmupSteps, intervalSteps, 1);
  }

  /** Five startup trials, no warm-up, a decision at every step: Optuna's defaults. */
  public MedianPruner() {
    this(5, 0, 1);
  }

  @Override
  public String id() {
    return "median";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    return new PercentilePruner(MEDIAN, startupTrials, warmupSteps, intervalSteps, minTrials)
        .shouldPrune(snapshot, trial, Objectives.only(snapshot, this));
  }
}
