package org.hone.reports.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.hone.search.space.Direction;
import org.hone.search.trial.TrialRecord;

/**
 * The baseline against the best recipe on test data, over the seeds of the confirmation.
 *
 * <p>Runs of the same seed share data order and initial weights as far as the recipes allow, so
 * they are compared in pairs; only if fewer than two seeds have both runs, the recipes are compared
 * as independent samples. The interval covers what seeds vary, not the choice of the test data.
 *
 * @param seeds in order; every seed that was tried
 * @param direction of the score
 * @see <a href="https://aclanthology.org/P18-1128/">Dror et al., ACL 2018, on the choice of
 *     test</a>
 * @see <a href="https://arxiv.org/abs/2103.03098">Bouthillier et al., MLSys 2021, on sources of
 *     variance</a>
 */
public record Comparison(List<SeedRuns> seeds, Direction direction) {

  /**
   * The two runs of one seed.
   *
   * @param baseline empty if it was not tried
   * @param best empty if it was not tried
   */
  public record SeedRuns(String seed, Optional<TrialRecord> baseline, Optional<TrialRecord> best) {

    /** The baseline's score; NaN if it has none that is finite. */
    public double baselineScore() {
      return baseline.map(Scores::finite).orElse(Double.NaN);
    }

    /** The best recipe's score; NaN if it has none that is finite. */
    public double bestScore() {
      return best.map(Scores::finite).orElse(Double.NaN);
    }

    /** Best minus baseline; NaN unless both have a score. */
    public double difference() {
      return bestScore() - baselineScore();
    }
  }

  public Comparison {
    seeds = List.copyOf(seeds);
  }

  /** What the confirmation says; without seeds if there is none. */
  public static Comparison of(Evidence evidence) {
    List<TrialRecord> trials =
        evidence.confirmation().map(study -> study.snapshot().trials()).orElse(List.of());
    return new Comparison(SeedTable.of(trials), evidence.direction());
  }

  /** The baseline's scores that are compared. */
  public Sample baseline() {
    return scores(SeedRuns::baselineScore);
  }

  /** The best recipe's scores that are compared. */
  public Sample best() {
    return scores(SeedRuns::bestScore);
  }

  /** All scores of a recipe, or those of complete pairs only where pairs are compared. */
  private Sample scores(Function<SeedRuns, Double> recipe) {
    boolean paired = paired();
    return new Sample(
        seeds.stream()
            .filter(seed -> !paired || !Double.isNaN(seed.difference()))
            .map(recipe)
            .filter(score -> !score.isNaN())
            .toList());
  }

  /** Best minus baseline of the seeds with both scores. */
  public Sample differences() {
    return new Sample(
        seeds.stream().map(SeedRuns::difference).filter(value -> !value.isNaN()).toList());
  }

  /** Whether the recipes are compared seed by seed. */
  public boolean paired() {
    return differences().size() >= 2;
  }

  /** Best minus baseline: the mean of pairs, or the difference of means; NaN if there is none. */
  public double difference() {
    return paired() ? differences().mean() : best().mean() - baseline().mean();
  }

  /**
   * The interval of the difference; empty with fewer than three runs a recipe or without spread.
   */
  public Optional<Interval> interval() {
    if (size() < Interval.FEWEST) {
      return Optional.empty();
    }
    return paired() ? StudentT.mean(differences()) : StudentT.welch(best(), baseline());
  }

  /** The interval of the difference in words, or why there is none. */
  public String intervalInWords(Metric metric) {
    return interval()
        .map(found -> Interval.inWords(found, metric.differenceUnit()))
        .orElse(Interval.missing(best().size() < baseline().size() ? best() : baseline()));
  }

  /** How many scores the smaller side of the comparison has. */
  public int size() {
    return Math.min(baseline().size(), best().size());
  }

  /** Whether the difference speaks for the best recipe. */
  public boolean favoursBest(double difference) {
    return direction.isBetter(difference, 0);
  }

  /** On how many seeds the best recipe scored better. */
  public long wins() {
    return differences().values().stream().filter(this::favoursBest).count();
  }

  /** How many pairs would probably decide, if mean and spread are what these show. */
  public OptionalInt seedsToTell() {
    return paired() ? StudentT.sizeToTell(differences()) : OptionalInt.empty();
  }

  /** The baseline's runs that ended without a finite score. */
  public long failedBaselines() {
    return seeds.stream().map(SeedRuns::baseline).filter(Comparison::failed).count();
  }

  /** The best recipe's runs that ended without a finite score. */
  public long failedBests() {
    return seeds.stream().map(SeedRuns::best).filter(Comparison::failed).count();
  }

  private static boolean failed(Optional<TrialRecord> run) {
    return run.filter(trial -> trial.state().isFinished() && !Scores.isScored(trial)).isPresent();
  }
}
