package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.recommendation.Verdict;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong in a trial, and what becomes of the study. */
class TunerFailureTest {
  @TempDir Path folder;

  private Rehearsal study(Technique... techniques) {
    return Rehearsal.in(folder).with(techniques);
  }

  private static FakeTechnique throwing(Throwable failure) {
    return FakeTechnique.of("broken", Slot.GRADIENT)
        .acting(
            (recipe, values) -> {
              throw sneaky(failure);
            });
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }

  private static void assertFailsItsOwnTrialsOnly(Rehearsal study, String reason)
      throws IOException {
    TuningSummary summary = study.tune("study.trials=10");

    StudySnapshot stored = study.stored();
    List<TrialRecord> broken =
        stored.trials().stream().filter(one -> one.parameters().flag("broken")).toList();
    assertThat(broken)
        .isNotEmpty()
        .allSatisfy(
            trial -> {
              assertThat(trial.state()).isEqualTo(TrialState.FAIL);
              assertThat(trial.reason()).contains(reason);
            });
    assertThat(stored.in(TrialState.FAIL)).hasSameSizeAs(broken);
    assertThat(stored.trials()).hasSize(10);
    assertThat(summary.recommendation().verdict()).isEqualTo(Verdict.ADOPT);
    assertThat(study.output().resolve("report.md")).content().contains(reason);
  }

  @Test
  void aTechniqueThatThrowsFailsItsOwnTrialsOnly() throws IOException {
    assertFailsItsOwnTrialsOnly(
        study(Rehearsal.LIFT, throwing(new IllegalStateException("out of luck"))),
        "IllegalStateException: out of luck");
  }

  @Test
  void soDoesOneThatRecursWithoutEnd() throws IOException {
    assertFailsItsOwnTrialsOnly(
        study(Rehearsal.LIFT, throwing(new StackOverflowError())), "StackOverflowError");
  }

  @Test
  void soDoesOneThatDoesNotLink() throws IOException {
    assertFailsItsOwnTrialsOnly(
        study(Rehearsal.LIFT, throwing(new NoClassDefFoundError("org/example/Gone"))),
        "NoClassDefFoundError: org/example/Gone");
  }

  @Test
  void soDoesOneThatDiverges() throws IOException {
    assertFailsItsOwnTrialsOnly(
        study(
            Rehearsal.LIFT,
            FakeTechnique.of("broken", Slot.GRADIENT).gaining(values -> Double.NaN)),
        "diverged in epoch 1");
  }

  @Test
  void aStudyWithoutAnyScoreIsReportedAsSuch() throws IOException {
    FakeTechnique broken = FakeTechnique.of("broken", Slot.GRADIENT).gaining(values -> Double.NaN);
    Rehearsal study = study(broken, Rehearsal.LIFT);

    TuningSummary summary = study.tune("techniques={broken: on, lift: search}");

    assertThat(study.stored().in(TrialState.FAIL)).hasSize(6);
    assertThat(summary.evidence().best()).isEmpty();
    assertThat(summary.evidence().confirmation()).isEmpty();
    assertThat(summary.interrupted()).isFalse();
    assertThat(summary.recommendation().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(study.output().resolve("report.html")).exists();
    assertThat(study.output().resolve("best")).doesNotExist();
  }

  @Test
  void aBaselineThatDivergesLeavesTheOthers() throws IOException {
    FakeTechnique rescue =
        FakeTechnique.of("rescue", Slot.STOPPING)
            .acting(
                (recipe, values) ->
                    new Recipe(
                        recipe.feed(),
                        recipe.network(),
                        recipe.update(),
                        List.of(),
                        recipe.stopping(),
                        recipe.finish()));
    FakeTechnique broken = FakeTechnique.of("broken", Slot.GRADIENT).gaining(values -> Double.NaN);
    Rehearsal study = study(broken, rescue);

    TuningSummary summary = study.tune("techniques={broken: on, rescue: search}");

    Evidence evidence = summary.evidence();
    assertThat(evidence.baseline().orElseThrow().state()).isEqualTo(TrialState.FAIL);
    assertThat(evidence.best().orElseThrow().parameters().category("stopping")).isEqualTo("rescue");
    assertThat(Comparison.of(evidence).failedBaselines()).isEqualTo(3);
    assertThat(Comparison.of(evidence).best().size()).isEqualTo(3);
    assertThat(study.output().resolve("best/model.zip")).exists();
  }

  @Test
  void ifNoOtherTrialHasAScoreTheBaselineAloneIsConfirmedAndHandedOver() throws IOException {
    Rehearsal study =
        study(FakeTechnique.of("broken", Slot.GRADIENT).gaining(values -> Double.NaN));

    TuningSummary summary = study.tune("study.trials=2", "confirmation.seeds=2");

    assertThat(Evidence.isBaseline(summary.evidence().best().orElseThrow())).isTrue();
    assertThat(study.stored("rehearsal confirmation of trial 0").trials())
        .extracting(run -> run.parameters().category(Evidence.RECIPE))
        .containsExactly(Evidence.BASELINE, Evidence.BASELINE);
    assertThat(GainEngine.savedScore(study.output().resolve("best/model.zip")))
        .isBetween(0.49, 0.51);
    assertThat(study.output().resolve("best/recipe.yaml")).content().contains("techniques: {}");
  }

  @Test
  void ifNothingBeatsTheBaselineTheBestChallengerIsHeldAgainstIt() throws IOException {
    TuningSummary summary = study(Rehearsal.DRAG).tune();

    assertThat(summary.evidence().best().orElseThrow().parameters().flag("drag")).isTrue();
    assertThat(summary.recommendation().verdict()).isEqualTo(Verdict.KEEP_BASELINE);
  }

  @Test
  void aBestRecipeThatFailsWhenConfirmedLeavesNoModel() throws IOException {
    AtomicReference<Double> amount = new AtomicReference<>(0.1);
    FakeTechnique fickle = FakeTechnique.of("fickle", Slot.LOSS).gaining(values -> amount.get());
    Rehearsal study = study(fickle);
    study.tune("study.trials=1");
    assertThat(study.output().resolve("best/model.zip")).exists();
    TuningSummary summary;

    summary =
        study.tune(
            new TuningListener() {
              @Override
              public void began(Phase phase, int total, int done, Optional<TrialRecord> best) {
                amount.set(phase == Phase.SEARCH ? 0.1 : Double.NaN);
              }
            },
            Rehearsal.NEVER,
            "study.trials=6");

    assertThat(Evidence.isBaseline(summary.evidence().best().orElseThrow())).isFalse();
    assertThat(Comparison.of(summary.evidence()).failedBests()).isEqualTo(3);
    assertThat(summary.recommendation().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(study.output().resolve("best/model.zip"))
        .as("the baseline's, which is not the best any more")
        .doesNotExist();
    assertThat(study.output().resolve("best/recipe.yaml")).content().contains("fickle");
  }

  @Test
  void aHandoverThatWasCutOffIsDoneAgain() throws IOException {
    Rehearsal study = study(Rehearsal.LIFT);
    study.tune();
    Path model = study.output().resolve("best/model.zip");
    double score = GainEngine.savedScore(model);
    int best = study.stored().best().orElseThrow().number();
    Path models = Files.createDirectory(study.output().resolve("confirmation"));
    Files.writeString(
        models.resolve("trial-%d-seed-%d.zip".formatted(best, otherThanTheBestSeed(study, best))),
        "not the chosen one");
    Files.writeString(models.resolve("trial-99-seed-1.zip"), "of another trial");
    Files.delete(study.output().resolve("best/recipe.yaml"));

    study.tune();

    assertThat(GainEngine.savedScore(model)).isEqualTo(score);
    assertThat(study.output().resolve("best/recipe.yaml")).exists();
    assertThat(models).doesNotExist();
  }

  private static int otherThanTheBestSeed(Rehearsal study, int trial) {
    return study
        .stored("rehearsal confirmation of trial " + trial)
        .in(TrialState.COMPLETE)
        .filter(run -> run.parameters().category(Evidence.RECIPE).equals(Evidence.BEST))
        .min(Comparator.comparingDouble(run -> run.value().orElseThrow()))
        .orElseThrow()
        .parameters()
        .integer(Evidence.SEED);
  }

  @Test
  void whatTheUserPutAmongTheModelsStays() throws IOException {
    Rehearsal study = study(Rehearsal.LIFT);
    Path models = Files.createDirectories(study.output().resolve("confirmation"));
    Path own = Files.writeString(models.resolve("notes.txt"), "mine");

    study.tune("study.trials=1");

    assertThat(own).hasContent("mine");
    assertThat(models).isDirectoryNotContaining("glob:**.zip");
  }
}
