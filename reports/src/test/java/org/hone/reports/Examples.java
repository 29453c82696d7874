package org.hone.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hone.reports.analysis.Context;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Making;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.StudyEvidence;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.IntDistribution;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;

/** Small pieces of evidence for tests. */
public final class Examples {
  public static final Making MAKING =
      new Making(
          "0.1.0",
          Instant.parse("2026-01-05T12:34:56Z"),
          "32 trials of 40 epochs",
          OptionalLong.of(42),
          List.of("hone run study.yaml", "hone confirm study.yaml --seeds 5"));

  public static final Context CONTEXT =
      new Context("A study", Metric.named("accuracy"), List.of(), Optional.empty(), MAKING);

  private static final CategoricalDistribution RECIPES =
      CategoricalDistribution.of(Evidence.BASELINE, Evidence.BEST);

  private Examples() {}

  public static StudyEvidence study(
      Direction direction, Catalogue catalogue, TrialRecord... trials) {
    return new StudyEvidence(
        StudySnapshot.of(
            new StudyDefinition("study", List.of(direction), Optional.empty(), catalogue),
            List.of(trials)),
        Map.of());
  }

  public static StudyEvidence study(TrialRecord... trials) {
    return study(Direction.MAXIMIZE, Catalogue.empty(), trials);
  }

  public static Evidence searched(TrialRecord... trials) {
    return new Evidence(CONTEXT, study(trials), Optional.empty());
  }

  public static Evidence searched(Map<Integer, TrialDetails> details, TrialRecord... trials) {
    return new Evidence(
        CONTEXT, new StudyEvidence(study(trials).snapshot(), details), Optional.empty());
  }

  /** A search that found trial 1 better than the baseline, and this confirmation of it. */
  public static Evidence confirmed(TrialRecord... runs) {
    StudyEvidence search =
        study(
            TrialBuilder.trial(0).baseline().score(0.8).build(),
            TrialBuilder.trial(1).score(0.85).build());
    return new Evidence(CONTEXT, search, Optional.of(study(runs)));
  }

  public static TrialBuilder run(int number, String recipe, int seed) {
    return TrialBuilder.trial(number)
        .with(Evidence.RECIPE, RECIPES, recipe)
        .with(Evidence.SEED, IntDistribution.of(0, 100), seed);
  }

  /** Baseline and best scores by seed 1, 2, ... */
  public static Evidence confirmed(double[] baseline, double[] best) {
    TrialRecord[] runs = new TrialRecord[baseline.length + best.length];
    for (int i = 0; i < baseline.length; i++) {
      runs[i] = run(i, Evidence.BASELINE, i + 1).score(baseline[i]).build();
    }
    for (int i = 0; i < best.length; i++) {
      int number = baseline.length + i;
      runs[number] = run(number, Evidence.BEST, i + 1).score(best[i]).build();
    }
    return confirmed(runs);
  }

  public static Evidence empty() {
    return searched();
  }

  public static Evidence allFailed() {
    return searched(
        TrialBuilder.trial(0).baseline().failed("loss is NaN in epoch 1").build(),
        TrialBuilder.trial(1).failed("loss is NaN in epoch 3").build(),
        TrialBuilder.trial(2).failed("out of memory").build(),
        TrialBuilder.trial(3).failed("out of memory").build());
  }
}
