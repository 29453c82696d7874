package org.hone.search.terminator;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.math.NonDominatedSort;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Stops when so many trials in a row have not improved on the best. With several objectives, a
 * trial improves if no earlier one is at least as good in every objective.
 *
 * <p>Every trial that ends counts, also failed and pruned ones, except interrupted ones. Only
 * complete trials that respect all constraints improve anything; until there is one, nothing is
 * stagnant. Trials count in the order of their numbers.
 *
 * @param trials how many in a row, at least 1; Optuna's default is 30
 * @param least by how much a value must be better to count as an improvement; 0 for any. With
 *     several objectives, in at least one of them
 */
public record Stagnation(int trials, double least) implements Terminator {
  public Stagnation {
    if (trials < 1) {
      throw new IllegalArgumentException("at least 1 trial is needed, but trials=" + trials);
    }
    if (!(least >= 0)) {
      throw new IllegalArgumentException("an improvement is not negative, but least=" + least);
    }
  }

  /** After so many trials without any improvement. */
  public static Stagnation after(int trials) {
    return new Stagnation(trials, 0);
  }

  @Override
  public boolean shouldStop(StudySnapshot snapshot) {
    List<double[]> best = new ArrayList<>();
    int sinceImprovement = 0;
    for (TrialRecord trial : snapshot.trials()) {
      if (!trial.state().isFinished() || trial.isInterrupted()) {
        continue;
      }
      sinceImprovement++;
      if (trial.state() == TrialState.COMPLETE && trial.isFeasible()) {
        double[] losses = snapshot.losses(trial);
        if (best.stream().noneMatch(earlier -> isAsGood(earlier, losses))) {
          best.removeIf(earlier -> NonDominatedSort.dominates(losses, earlier));
          best.add(losses);
          sinceImprovement = 0;
        }
      }
    }
    return !best.isEmpty() && sinceImprovement >= trials;
  }

  /** Whether the later one is better by less than it takes, in every objective. */
  private boolean isAsGood(double[] earlier, double[] later) {
    for (int m = 0; m < later.length; m++) {
      if (later[m] < earlier[m] && earlier[m] - later[m] >= least) {
        return false;
      }
    }
    return true;
  }
}
