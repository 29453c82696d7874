package org.hone.reports.analysis;

import java.util.List;
import java.util.Optional;
import org.hone.search.trial.TrialRecord;

/**
 * What baseline and best recipe cost, as the runs of the confirmation measured it. These take
 * turns, so whatever slows the machine down for a while slows down both; the search's first trial,
 * which the baseline is, pays for the warming up of its process alone.
 *
 * @param baseline of its runs
 * @param best of the best recipe's runs
 */
public record RecipeCost(Sample baseline, Sample best) {
  /** The engine's training time, seconds. */
  public static final String TRAINING_TIME = "hone.trial.figure.training-time";

  /** Size of the saved model, bytes. */
  public static final String MODEL_SIZE = "hone.trial.figure.model-size";

  /** Of a shorter training, most of the time is the virtual machine's, which is still compiling. */
  public static final double SHORTEST_SECONDS = 2;

  private static final int FEWEST_RUNS = 3;

  /** The figure of this name of all complete runs. */
  public static RecipeCost of(Evidence evidence, String figure) {
    return new RecipeCost(
        runs(evidence, Evidence.BASELINE, figure), runs(evidence, Evidence.BEST, figure));
  }

  private static Sample runs(Evidence evidence, String recipe, String figure) {
    List<TrialRecord> trials =
        evidence.confirmation().map(study -> study.snapshot().trials()).orElse(List.of());
    return new Sample(
        trials.stream()
            .filter(Scores::isScored)
            .filter(run -> run.parameters().contains(Evidence.RECIPE))
            .filter(run -> run.parameters().category(Evidence.RECIPE).equals(recipe))
            .flatMap(run -> figure(run, figure).stream())
            .toList());
  }

  private static Optional<Double> figure(TrialRecord run, String name) {
    return run.userAttributes().get(name) instanceof Number number
            && Double.isFinite(number.doubleValue())
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  /** Whether both recipes have a figure at all. */
  public boolean isKnown() {
    return Math.min(baseline.size(), best.size()) > 0;
  }

  /** Whether there are enough runs of both for their medians to outweigh an odd one. */
  public boolean isRepeated() {
    return Math.min(baseline.size(), best.size()) >= FEWEST_RUNS;
  }

  /** Whether these are times long enough to compare. */
  public boolean isLong() {
    return Math.min(baseline.median(), best.median()) >= SHORTEST_SECONDS;
  }
}
