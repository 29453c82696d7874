package org.hone.search.sampler.gp;

import java.util.List;
import java.util.Optional;
import org.hone.search.curve.CompleteCurves;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * What pruned trials count for beside complete ones: with one objective the loss that the study's
 * own curves let expect of them, though never better than the best complete one; while there are no
 * such curves, or with several objectives, the last report, though never better than the median.
 *
 * @see <a href="https://arxiv.org/abs/1705.10823">Baker et al., Accelerating neural architecture
 *     search using performance prediction, 2017</a>
 */
final class PrunedLosses {
  private static final int FEWEST_CURVES = 3;

  private final StudySnapshot snapshot;
  private final int objective;
  private final Optional<CompleteCurves> curves;
  private final double best;
  private final double median;

  private PrunedLosses(
      StudySnapshot snapshot, int objective, Optional<CompleteCurves> curves, double[] complete) {
    this.snapshot = snapshot;
    this.objective = objective;
    this.curves = curves;
    this.best = complete.length == 0 ? Double.NaN : complete[0];
    this.median = complete.length == 0 ? Double.NaN : complete[complete.length / 2];
  }

  /**
   * As the given trials let expect.
   *
   * @param ended trials of the study, not always all
   */
  static PrunedLosses of(StudySnapshot snapshot, List<TrialRecord> ended, int objective) {
    double[] complete =
        ended.stream()
            .filter(trial -> trial.state() == TrialState.COMPLETE)
            .mapToDouble(trial -> snapshot.losses(trial)[objective])
            .sorted()
            .toArray();
    boolean alone = snapshot.definition().directions().size() == 1;
    boolean needed = ended.stream().anyMatch(trial -> trial.state() == TrialState.PRUNED);
    return new PrunedLosses(
        snapshot,
        objective,
        alone && needed ? CompleteCurves.of(snapshot, ended, FEWEST_CURVES) : Optional.empty(),
        complete);
  }

  /** The loss of a pruned trial; NaN if it reported nothing. */
  double of(TrialRecord trial) {
    double expected = curves.map(known -> known.expectedLoss(trial)).orElse(Double.NaN);
    if (!Double.isNaN(expected)) {
      return Math.max(expected, best);
    }
    double[] losses = snapshot.losses(trial);
    return losses.length > objective ? Math.max(losses[objective], median) : Double.NaN;
  }
}
