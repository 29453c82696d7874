package org.hone.search.pruner;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Ends a trial whose best value so far is worse than the median of what complete trials reported at
 * the same step: the median stopping rule as Optuna has it.
 *
 * <p>NaN: a trial that has reported nothing but NaN is ended; NaN of other trials does not count;
 * if nothing of theirs is left at the step, or the median lies between opposite infinities, the
 * trial goes on. Infinite values compare as they should.
 *
 * @param startupTrials nothing is ended before so many trials are complete
 * @param warmupSteps nothing is ended before this step
 * @param interval from the end of the warm-up on, one decision in so many steps
 * @see <a href="https://doi.org/10.1145/3097983.3098043">Golovin et al., Google Vizier, KDD 2017,
 *     section 3.2.2</a>
 */
public record MedianPruner(int startupTrials, int warmupSteps, int interval) implements Pruner {

  public MedianPruner {
    if (startupTrials < 0 || warmupSteps < 0) {
      throw new IllegalArgumentException(
          "startup trials and warm-up steps cannot be negative, but are %d and %d"
              .formatted(startupTrials, warmupSteps));
    }
    if (interval < 1) {
      throw new IllegalArgumentException("an interval is at least 1 step, but is " + interval);
    }
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
    Direction direction = snapshot.direction();
    SortedMap<Integer, Double> reported = trial.intermediate();
    long complete = snapshot.in(TrialState.COMPLETE).count();
    if (complete == 0 || complete < startupTrials || reported.isEmpty() || !isDue(reported)) {
      return false;
    }
    OptionalDouble best =
        reported.values().stream()
            .mapToDouble(direction::toLoss)
            .filter(loss -> !Double.isNaN(loss))
            .min();
    return best.isEmpty() || best.getAsDouble() > medianLoss(snapshot, reported.lastKey());
  }

  /** Whether the last step is the first one reported within its interval. */
  private boolean isDue(SortedMap<Integer, Double> reported) {
    int step = reported.lastKey();
    int intervalStart = (step - warmupSteps) / interval * interval + warmupSteps;
    return step >= warmupSteps && reported.subMap(intervalStart, step).isEmpty();
  }

  /** NaN, with which nothing compares, if there is no median. */
  private static double medianLoss(StudySnapshot snapshot, int step) {
    Direction direction = snapshot.direction();
    return median(
        snapshot
            .in(TrialState.COMPLETE)
            .flatMap(trial -> Optional.ofNullable(trial.intermediate().get(step)).stream())
            .mapToDouble(direction::toLoss)
            .filter(loss -> !Double.isNaN(loss)));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
  }
}
