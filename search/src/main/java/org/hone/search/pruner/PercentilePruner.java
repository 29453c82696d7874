package org.hone.search.pruner;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Ends a trial whose best value so far is worse than a percentile of what complete trials reported
 * at the same step: the median stopping rule for any percentile, as Optuna has it. Percentiles are
 * interpolated linearly between neighbouring values. For one objective.
 *
 * <p>NaN: a trial that has reported nothing but NaN is ended; NaN of other trials does not count;
 * if nothing of theirs is left at the step, or the percentile lies between opposite infinities, the
 * trial goes on. Infinite values compare as they should.
 *
 * @param percentile from 0 to 100: the share of trials that may go on, so that 25 keeps the best
 *     quarter
 * @param startupTrials nothing is ended before so many trials are complete
 * @param warmupSteps nothing is ended before this step
 * @param intervalSteps from the end of the warm-up on, one decision in so many steps
 * @param minTrials nothing is ended at a step at which fewer complete trials have reported
 * @see <a href="https://doi.org/10.1145/3097983.3098043">Golovin et al., Google Vizier, KDD 2017,
 *     section 3.2.2</a>
 */
public record PercentilePruner(
    double percentile, int startupTrials, int warmupSteps, int intervalSteps, int minTrials)
    implements Pruner {

  public PercentilePruner {
    if (!(percentile >= 0 && percentile <= 100)) {
      throw new IllegalArgumentException(
          "a percentile lies between 0 and 100, but is " + percentile);
    }
    if (startupTrials < 0) {
      throw new IllegalArgumentException(
          "startup trials cannot be negative, but are " + startupTrials);
    }
    if (minTrials < 1) {
      throw new IllegalArgumentException(
          "at least 1 trial is needed to judge by, but the minimum is " + minTrials);
    }
    new Checks(warmupSteps, intervalSteps);
  }

  /** Five startup trials, no warm-up, a decision at every step: Optuna's defaults. */
  public PercentilePruner(double percentile) {
    this(percentile, 5, 0, 1, 1);
  }

  /** Keeps the best quarter. */
  public PercentilePruner() {
    this(25);
  }

  @Override
  public String id() {
    return "percentile";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    return shouldPrune(snapshot, trial, Objectives.only(snapshot, this));
  }

  boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial, Direction direction) {
    SortedMap<Integer, Double> reported = trial.intermediate();
    if (!new Checks(warmupSteps, intervalSteps).areDue(reported)) {
      return false;
    }
    long complete = snapshot.in(TrialState.COMPLETE).count();
    if (complete == 0 || complete < startupTrials) {
      return false;
    }
    OptionalDouble best =
        reported.values().stream()
            .mapToDouble(direction::toLoss)
            .filter(loss -> !Double.isNaN(loss))
            .min();
    return best.isEmpty() || best.getAsDouble() > limit(snapshot, direction, reported.lastKey());
  }

  /** NaN, with which nothing compares, if there is no percentile. */
  private double limit(StudySnapshot snapshot, Direction direction, int step) {
    double[] losses =
        snapshot
            .in(TrialState.COMPLETE)
            .flatMap(trial -> Optional.ofNullable(trial.intermediate().get(step)).stream())
            .mapToDouble(direction::toLoss)
            .toArray();
    return losses.length < minTrials ? Double.NaN : percentile(losses);
  }

  private double percentile(double[] losses) {
    double[] sorted = Arrays.stream(losses).filter(x -> !Double.isNaN(x)).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = (sorted.length - 1) * percentile / 100;
    int below = (int) position;
    double part = position - below;
    return part == 0 ? sorted[below] : sorted[below] * (1 - part) + sorted[below + 1] * part;
  }
}
