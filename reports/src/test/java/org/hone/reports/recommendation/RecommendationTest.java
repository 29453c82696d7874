package org.hone.reports.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hone.reports.Examples;
import org.hone.reports.Report;
import org.hone.reports.TrialBuilder;
import org.hone.reports.analysis.Context;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.search.space.Direction;
import org.hone.search.space.Literal;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class RecommendationTest {
  private static final double[] LOW = {0.80, 0.81, 0.79, 0.82, 0.80};
  private static final double[] HIGH = {0.84, 0.83, 0.83, 0.85, 0.86};

  private static Recommendation on(double[] baseline, double[] best) {
    return Recommendation.of(Examples.confirmed(baseline, best));
  }

  @Test
  void adoptsWhatIsBetterOnTestData() {
    assertThat(on(LOW, HIGH))
        .isEqualTo(
            new Recommendation(
                Verdict.ADOPT,
                "On test data the best recipe's mean accuracy is 84.20%, the baseline's 80.40%: "
                    + "a difference of +3.80 points (95% interval +1.96 to +5.64 points, 5 seeds, "
                    + "paired).",
                "Train with the best recipe."));
  }

  @Test
  void keepsTheBaselineIfItIsBetter() {
    assertThat(on(HIGH, LOW).verdict()).isEqualTo(Verdict.KEEP_BASELINE);
  }

  @Test
  void knowsThatLossesAreBetterWhenSmaller() {
    Evidence up = Examples.confirmed(HIGH, LOW);
    Evidence down =
        new Evidence(
            new Context(
                "t", Metric.named("loss"), up.context().task(), Optional.empty(), Examples.MAKING),
            Examples.study(Direction.MINIMIZE, Catalogue.empty()),
            Optional.of(
                Examples.study(
                    Direction.MINIMIZE,
                    Catalogue.empty(),
                    up.confirmation()
                        .orElseThrow()
                        .snapshot()
                        .trials()
                        .toArray(TrialRecord[]::new))));
    assertThat(Recommendation.of(down).verdict()).isEqualTo(Verdict.ADOPT);
    assertThat(Recommendation.of(down).sentence()).contains("a difference of −0.03800");
  }

  @Test
  void leavesOpenWhatTheIntervalLeavesOpen() {
    Recommendation open =
        on(
            new double[] {0.80, 0.80, 0.80, 0.80, 0.80},
            new double[] {0.81, 0.83, 0.79, 0.82, 0.80});
    assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(open.next()).contains("about 22 fresh seeds");
    Recommendation hopeless = on(new double[] {0.80, 0.80, 0.80}, new double[] {0.81, 0.79, 0.80});
    assertThat(hopeless.next())
        .isEqualTo("Keep the baseline: the data do not tell the difference's sign.");
  }

  @Test
  void wantsThreeSeeds() {
    Recommendation two = on(new double[] {0.80, 0.81}, new double[] {0.90, 0.91});
    assertThat(two.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(two.sentence()).startsWith("Only 2 seeds have both");
    assertThat(on(new double[] {0.80}, new double[] {0.90}).sentence())
        .startsWith("Only 1 seed has both");
  }

  @Test
  void distrustsSeedsThatChangeNothing() {
    Recommendation same = on(new double[] {0.8, 0.8, 0.8}, new double[] {0.9, 0.9, 0.9});
    assertThat(same.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(same.sentence()).contains("All 3 seeds gave the same difference, +10.00 points");
  }

  @Test
  void distrustsARecipeThatFailsMoreOftenThanTheBaseline() {
    Evidence evidence =
        Examples.confirmed(
            Examples.run(0, Evidence.BASELINE, 1).score(0.80).build(),
            Examples.run(1, Evidence.BASELINE, 2).score(0.81).build(),
            Examples.run(2, Evidence.BASELINE, 3).score(0.79).build(),
            Examples.run(3, Evidence.BASELINE, 4).score(0.80).build(),
            Examples.run(4, Evidence.BEST, 1).score(0.90).build(),
            Examples.run(5, Evidence.BEST, 2).score(0.92).build(),
            Examples.run(6, Evidence.BEST, 3).score(0.91).build(),
            Examples.run(7, Evidence.BEST, 4).failed("diverged").build());
    assertThat(Recommendation.of(evidence).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Recommendation.of(evidence).sentence())
        .startsWith("The best recipe failed on 1 of 4 seeds, the baseline on 0");
  }

  @Test
  void judgesNothingWhereOneRecipeWasTrained() {
    Evidence one =
        new Evidence(
            Examples.CONTEXT,
            Examples.study(TrialBuilder.trial(0).baseline().score(0.8).build()),
            Optional.of(
                Examples.study(
                    Examples.run(0, Evidence.BASELINE, 1).score(0.7).build(),
                    Examples.run(1, Evidence.BASELINE, 2).score(0.8).build())));
    assertThat(Recommendation.of(one).sentence())
        .isEqualTo(
            "One recipe was trained and nothing searched; its mean test accuracy is 75.00% "
                + "(2 seeds, no interval: fewer than 3 seeds).");
    assertThat(Report.of(one).markdown())
        .contains("The one recipe that was trained", "| The recipe | 2 | 75.00% |")
        .doesNotContain("Best recipe", "Best trial", "so it flatters", "Keep the baseline");
  }

  @Test
  void saysWhenTheBaselineWasNotSurpassed() {
    Evidence tied =
        Examples.searched(
            TrialBuilder.trial(0).baseline().score(0.675).build(),
            TrialBuilder.trial(1).score(0.6).build(),
            TrialBuilder.trial(2).score(0.675).build());
    assertThat(Recommendation.reservations(tied))
        .containsExactly(
            "No trial of the search had a better validation accuracy than the baseline's 67.50%.");
    assertThat(Report.of(tied).markdown())
        .contains(
            "the best of 2 scored trials besides the baseline, which has 67.50%: none was better",
            "(the best of 2, so it flatters)");
    Evidence better =
        Examples.searched(
            TrialBuilder.trial(0).baseline().score(0.675).build(),
            TrialBuilder.trial(1).score(0.68).build());
    assertThat(Recommendation.reservations(better)).isEmpty();
    assertThat(Report.of(better).markdown()).contains("the best of 2 scored trials.");
  }

  @Test
  void saysThatASmallerModelCountsForNothingWithoutAnObjective() {
    Catalogue compact =
        new Catalogue(
            List.of(
                new Catalogue.Entry(
                    "pruning",
                    "compression",
                    "1",
                    "source",
                    new Literal("pruning", Set.of(1.0)),
                    List.of())));
    Evidence evidence =
        new Evidence(
            Examples.CONTEXT,
            Examples.study(
                Direction.MAXIMIZE, compact, TrialBuilder.trial(0).baseline().score(0.8).build()),
            Optional.empty());
    assertThat(Recommendation.reservations(evidence))
        .singleElement()
        .asString()
        .contains("(pruning) counts for nothing here", "'objectives: [accuracy, model-size]'");
    assertThat(Report.of(evidence).markdown()).contains("counts for nothing here");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(Recommendation.of(Examples.empty()).next()).isEqualTo("Let the search run.");
    assertThat(Recommendation.of(Examples.allFailed()).next()).startsWith("See why trials failed");
    Evidence onlyBaseline = Examples.searched(TrialBuilder.trial(0).baseline().score(0.8).build());
    assertThat(Recommendation.of(onlyBaseline).verdict()).isEqualTo(Verdict.NOTHING_COMPARED);
    Evidence othersFailed =
        Examples.searched(
            TrialBuilder.trial(0).baseline().score(0.8).build(),
            TrialBuilder.trial(1).failed("diverged").build());
    assertThat(Recommendation.of(othersFailed).sentence())
        .isEqualTo("No trial of the search but the baseline has a score.");
    Evidence unconfirmed =
        Examples.searched(
            TrialBuilder.trial(0).baseline().score(0.8).build(),
            TrialBuilder.trial(1).score(0.9).build());
    assertThat(Recommendation.of(unconfirmed).sentence()).contains("the best of 1 ");
    assertThat(Recommendation.of(unconfirmed).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }
}
