package org.hone.search.pruner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Lets another pruner decide only once a trial has stopped improving: while the best of its last
 * {@code patience + 1} reports is no more than {@code minDelta} worse than the best before them,
 * the trial goes on. With several objectives, a trial improves as long as it improves in one of
 * them.
 *
 * <p>NaN reports do not count; a trial all of whose reports before or since are NaN goes on.
 *
 * @param wrapped decides about trials that have stopped improving; if absent, all of them end
 * @param patience how many reports in a row may fail to improve
 * @param minDelta a change for the worse up to this much is none, in the objective's units
 * @see <a href="https://doi.org/10.1007/978-3-642-35289-8_5">Prechelt, Early stopping, but when?,
 *     Neural Networks: Tricks of the Trade, 2nd ed. 2012</a>
 */
public record PatientPruner(Optional<Pruner> wrapped, int patience, double minDelta)
    implements Pruner {

  public PatientPruner {
    if (patience < 0) {
      throw new IllegalArgumentException("patience cannot be negative, but is " + patience);
    }
    if (!(minDelta >= 0)) {
      throw new IllegalArgumentException("a tolerance is at least 0, but is " + minDelta);
    }
  }

  /** No tolerance. */
  public PatientPruner(Pruner wrapped, int patience) {
    this(Optional.of(wrapped), patience, 0);
  }

  /** The median pruner with a patience of one report. */
  public PatientPruner() {
    this(new MedianPruner(), 1);
  }

  @Override
  public String id() {
    return "patient";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    return hasStalled(snapshot, trial)
        && wrapped.map(pruner -> pruner.shouldPrune(snapshot, trial)).orElse(true);
  }

  private boolean hasStalled(StudySnapshot snapshot, TrialRecord trial) {
    int recent = trial.intermediate().size() - patience - 1;
    if (recent <= 0) {
      return false;
    }
    List<double[]> losses =
        trial.reports().values().stream()
            .map(values -> Objectives.losses(snapshot, values))
            .toList();
    double[] before = best(losses.subList(0, recent));
    double[] since = best(losses.subList(recent, losses.size()));
    for (int m = 0; m < before.length; m++) {
      if (!(before[m] + minDelta < since[m])) {
        return false;
      }
    }
    return true;
  }

  /** The least loss in each objective; NaN if there is none. */
  private static double[] best(List<double[]> losses) {
    double[] best = new double[losses.get(0).length];
    Arrays.fill(best, Double.NaN);
    for (double[] row : losses) {
      for (int m = 0; m < Math.min(best.length, row.length); m++) {
        best[m] = Double.isNaN(best[m]) || row[m] < best[m] ? row[m] : best[m];
      }
    }
    return best;
  }
}
