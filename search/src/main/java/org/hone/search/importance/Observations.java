package org.hone.search.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.hone.search.math.NonDominatedSort;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** The trials that tell of importance, each with something to minimise. */
final class Observations {
  private final List<TrialRecord> trials;
  private final double[] losses;

  /**
   * @param losses one per trial, never NaN, possibly infinite
   */
  private Observations(List<TrialRecord> trials, double[] losses) {
    this.trials = trials;
    this.losses = losses;
  }

  /** The only objective; with several, the rank of a trial's front. */
  static Observations of(StudySnapshot snapshot) {
    if (snapshot.definition().directions().size() == 1) {
      return of(snapshot, 0);
    }
    List<TrialRecord> trials = tried(snapshot);
    double[][] losses =
        trials.stream().map(trial -> losses(snapshot, trial)).toArray(double[][]::new);
    int[] ranks = NonDominatedSort.ranks(losses);
    return new Observations(trials, Arrays.stream(ranks).asDoubleStream().toArray());
  }

  static Observations of(StudySnapshot snapshot, int objective) {
    int count = snapshot.definition().directions().size();
    if (objective < 0 || objective >= count) {
      throw new IllegalArgumentException(
          "study '%s' has the objectives 0 to %d, but %d is asked for"
              .formatted(snapshot.definition().name(), count - 1, objective));
    }
    List<TrialRecord> trials = tried(snapshot);
    return new Observations(
        trials, trials.stream().mapToDouble(t -> losses(snapshot, t)[objective]).toArray());
  }

  static Observations of(StudySnapshot snapshot, ToDoubleFunction<TrialRecord> target) {
    List<TrialRecord> trials =
        snapshot
            .in(TrialState.COMPLETE)
            .filter(trial -> !Double.isNaN(target.applyAsDouble(trial)))
            .toList();
    return new Observations(trials, trials.stream().mapToDouble(target).toArray());
  }

  private static List<TrialRecord> tried(StudySnapshot snapshot) {
    return snapshot.trials().stream()
        .filter(
            trial ->
                trial.state() == TrialState.COMPLETE
                    || (trial.state() == TrialState.FAIL && !trial.isInterrupted()))
        .toList();
  }

  private static double[] losses(StudySnapshot snapshot, TrialRecord trial) {
    if (trial.state() == TrialState.COMPLETE && trial.isFeasible()) {
      return snapshot.losses(trial);
    }
    double[] worst = new double[snapshot.definition().directions().size()];
    Arrays.fill(worst, Double.POSITIVE_INFINITY);
    return worst;
  }

  List<TrialRecord> trials() {
    return trials;
  }

  /** In the order of the trials. */
  double[] losses() {
    return losses;
  }

  int size() {
    return losses.length;
  }

  /** The loss that a share {@code quantile} of the trials does not exceed. */
  double cutoff(double quantile) {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(1, (int) Math.ceil(quantile * size())) - 1];
  }

  /** The best of them; all of those that are equally good. */
  Observations best(double quantile) {
    double cutoff = cutoff(quantile);
    List<TrialRecord> kept = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (losses[i] <= cutoff) {
        kept.add(trials.get(i));
      }
    }
    return new Observations(kept, Arrays.stream(losses).filter(loss -> loss <= cutoff).toArray());
  }

  /** Of all parameters that a trial had, in the order in which they turned up. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    trials.forEach(trial -> names.addAll(trial.parameters().names()));
    return names;
  }

  /**
   * Refuses to draw conclusions from too little.
   *
   * @throws IllegalArgumentException if there are fewer trials
   */
  void require(int least, String method, StudySnapshot snapshot) {
    if (size() < least) {
      throw new IllegalArgumentException(
          "%s needs at least %d complete trials, but study '%s' has %d"
              .formatted(method, least, snapshot.definition().name(), size()));
    }
  }
}
