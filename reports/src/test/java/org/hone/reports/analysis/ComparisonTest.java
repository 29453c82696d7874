package org.hone.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.reports.Examples;
import org.hone.reports.TrialBuilder;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final double[] BASELINE = {0.80, 0.81, 0.79, 0.82, 0.80};
  private static final double[] BEST = {0.84, 0.83, 0.83, 0.85, 0.86};

  @Test
  void comparesSeedBySeed() {
    Comparison found = Comparison.of(Examples.confirmed(BASELINE, BEST));
    Interval interval = found.interval().orElseThrow();
    assertThat(found.paired()).isTrue();
    assertThat(found.size()).isEqualTo(5);
    assertThat(found.wins()).isEqualTo(5);
    // SciPy 1.17
    assertThat(found.difference()).isCloseTo(0.038, within(1e-12));
    assertThat(interval.low()).isCloseTo(0.01958314667008013, within(1e-9));
    assertThat(interval.high()).isCloseTo(0.05641685332991976, within(1e-9));
  }

  @Test
  void leavesOutSeedsThatLackOneScore() {
    Comparison found = Comparison.of(Examples.confirmed(BASELINE, new double[] {0.9, 0.85, 0.8}));
    assertThat(found.baseline().values()).containsExactly(0.80, 0.81, 0.79);
    assertThat(found.size()).isEqualTo(3);
    assertThat(found.seeds()).hasSize(5);
  }

  @Test
  void comparesIndependentSamplesIfSeedsDoNotMeet() {
    Comparison found =
        Comparison.of(
            Examples.confirmed(
                Examples.run(0, Evidence.BASELINE, 1).score(0.80).build(),
                Examples.run(1, Evidence.BASELINE, 2).score(0.82).build(),
                Examples.run(2, Evidence.BEST, 3).score(0.90).build(),
                Examples.run(3, Evidence.BEST, 4).score(0.91).build(),
                Examples.run(4, Evidence.BASELINE, 5).score(0.81).build(),
                Examples.run(5, Evidence.BEST, 6).score(0.905).build()));
    assertThat(found.paired()).isFalse();
    assertThat(found.interval()).isPresent();
    assertThat(found.seedsToTell()).isEmpty();
    assertThat(found.difference()).isCloseTo(0.095, within(1e-12));
  }

  @Test
  void saysWhyThereIsNoInterval() {
    Metric accuracy = Metric.named("accuracy");
    Comparison two =
        Comparison.of(Examples.confirmed(new double[] {0.7, 0.8}, new double[] {0.6, 0.9}));
    assertThat(two.interval()).isEmpty();
    assertThat(two.intervalInWords(accuracy)).isEqualTo("no interval: fewer than 3 seeds");
    assertThat(accuracy.intervalInWords(two.best())).isEqualTo("no interval: fewer than 3 seeds");
    Sample same = new Sample(List.of(0.7, 0.7, 0.7));
    assertThat(accuracy.intervalInWords(same)).isEqualTo("no interval: all seeds gave the same");
  }

  @Test
  void saysWhereAnIntervalWasCut() {
    Metric accuracy = Metric.named("accuracy");
    Sample high = new Sample(List.of(0.8, 1.0, 0.99));
    assertThat(accuracy.isCut(high)).isTrue();
    assertThat(accuracy.intervalInWords(high)).endsWith("100.00%, cut at 100%");
    assertThat(accuracy.intervalInWords(new Sample(List.of(0.0, 0.2, 0.01))))
        .endsWith(", cut at 0%");
    assertThat(accuracy.intervalInWords(new Sample(List.of(0.0, 1.0, 0.5))))
        .endsWith(", cut at 0 and 100%");
    assertThat(accuracy.intervalInWords(new Sample(List.of(0.5, 0.51, 0.52))))
        .startsWith("95% interval ")
        .doesNotContain("cut");
    assertThat(Metric.named("loss").isCut(high)).isFalse();
  }

  @Test
  void countsTheFirstScoreOfASeedAndOtherwiseTheLastTry() {
    Comparison found =
        Comparison.of(
            Examples.confirmed(
                Examples.run(0, Evidence.BEST, 7).failed("out of memory").build(),
                Examples.run(1, Evidence.BEST, 7).score(0.9).build(),
                Examples.run(2, Evidence.BEST, 7).score(0.99).build(),
                Examples.run(3, Evidence.BASELINE, 7).failed("first").build(),
                Examples.run(4, Evidence.BASELINE, 7).failed("second").build()));
    assertThat(found.seeds()).hasSize(1);
    assertThat(found.seeds().get(0).bestScore()).isEqualTo(0.9);
    assertThat(found.seeds().get(0).baseline().orElseThrow().reason()).contains("second");
    assertThat(found.failedBaselines()).isEqualTo(1);
    assertThat(found.failedBests()).isZero();
    assertThat(found.difference()).isNaN();
  }

  @Test
  void takesInfiniteAndPrunedScoresForNone() {
    Comparison found =
        Comparison.of(
            Examples.confirmed(
                Examples.run(0, Evidence.BEST, 1).score(Double.POSITIVE_INFINITY).build(),
                Examples.run(1, Evidence.BEST, 2).state(TrialState.PRUNED).score(0.9).build(),
                Examples.run(2, Evidence.BEST, 3).state(TrialState.RUNNING).build()));
    assertThat(found.best().size()).isZero();
    assertThat(found.failedBests()).isEqualTo(2);
  }

  @Test
  void ordersSeedsAsNumbersAndIgnoresOtherTrials() {
    CategoricalDistribution seeds = CategoricalDistribution.of("10", "9", "b", "a", 3.0);
    CategoricalDistribution recipes = CategoricalDistribution.of("best");
    Comparison found =
        Comparison.of(
            Examples.confirmed(
                run(0, recipes, seeds, "b"),
                run(1, recipes, seeds, "10"),
                run(2, recipes, seeds, "9"),
                run(3, recipes, seeds, "a"),
                run(4, recipes, seeds, 3.0),
                TrialBuilder.trial(5).score(1).build()));
    assertThat(found.seeds().stream().map(Comparison.SeedRuns::seed))
        .containsExactly("3", "9", "10", "a", "b");
  }

  private static TrialRecord run(
      int number, CategoricalDistribution recipes, CategoricalDistribution seeds, Object seed) {
    return TrialBuilder.trial(number)
        .with(Evidence.RECIPE, recipes, "best")
        .with(Evidence.SEED, seeds, seed)
        .score(0.5)
        .build();
  }

  @Test
  void refusesStudiesThatCannotBeCompared() {
    StudyEvidence up = Examples.study();
    StudyEvidence down = Examples.study(Direction.MINIMIZE, Catalogue.empty());
    assertThatThrownBy(() -> new Evidence(Examples.CONTEXT, up, Optional.of(down)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MAXIMIZE")
        .hasMessageContaining("MINIMIZE");
    StudySnapshot two =
        StudySnapshot.of(
            new StudyDefinition(
                "two",
                List.of(Direction.MAXIMIZE, Direction.MINIMIZE),
                Optional.empty(),
                Catalogue.empty()),
            List.of());
    assertThat(new StudyEvidence(two, Map.of()).direction())
        .as("of several objectives the first counts")
        .isEqualTo(Direction.MAXIMIZE);
  }
}
