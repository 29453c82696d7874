package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Watch;
import org.hone.api.training.Meters;
import org.hone.config.Known;
import org.hone.config.StudyFile;
import org.hone.config.StudyFiles;
import org.hone.config.TechniqueChoice;
import org.hone.config.TechniqueChoices;
import org.hone.reports.analysis.Evidence;
import org.hone.search.space.Direction;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tuning from beginning to end. */
class TunerTest {
  @TempDir Path folder;
  private Rehearsal study;

  @BeforeEach
  void prepare() {
    study = Rehearsal.in(folder);
  }

  private TrialRecord best() {
    return study.stored().best().orElseThrow();
  }

  private StudySnapshot confirmation() {
    return study.stored(ConfirmationPhase.name(Rehearsal.NAME, best()));
  }

  @Test
  void theBaselineComesFirstThenEachTechniqueAloneThenTheSearch() throws IOException {
    TuningSummary summary = study.tune();

    List<TrialRecord> trials = study.stored().trials();
    TuningPlan plan = study.plan();
    assertThat(trials).hasSize(6).allMatch(trial -> trial.state().isFinished());
    assertThat(trials.get(0).parameters()).isEqualTo(plan.assembly().baseline());
    assertThat(trials.get(0).userAttributes()).containsEntry(Evidence.ROLE, Evidence.BASELINE);
    assertThat(trials.subList(1, 3))
        .extracting(TrialRecord::parameters)
        .isEqualTo(plan.assembly().screening());
    assertThat(summary.interrupted()).isFalse();
    assertThat(summary.folder()).isEqualTo(study.output());
    assertThat(summary.evidence().baseline()).contains(trials.get(0));
    assertThat(summary.evidence().best()).contains(best());
    assertThat(best().parameters().flag("lift")).isTrue();
    assertThat(best().parameters().flag("drag")).isFalse();
  }

  @Test
  void aSmallBudgetIsNotSpentOnScreening() throws IOException {
    study.tune("study.trials=5");

    assertThat(study.stored().trials().get(0).systemAttributes())
        .as("the baseline is set")
        .containsKey(TrialRecord.FIXED_PARAMETERS);
    assertThat(study.stored().trials().subList(1, 5))
        .as("the sampler chooses all others")
        .noneMatch(trial -> trial.systemAttributes().containsKey(TrialRecord.FIXED_PARAMETERS));
  }

  @Test
  void theListenerFollows() throws IOException {
    Watch watch = new Watch();

    study.tune(watch, watch, "study.trials=1", "confirmation.seeds=2");

    assertThat(watch.events())
        .containsExactly(
            "SEARCH 0/1",
            "epoch 1/3",
            "epoch 2/3",
            "epoch 3/3",
            "SEARCH 0 COMPLETE",
            "CONFIRMATION 0/2, best 0",
            "epoch 1/3",
            "epoch 2/3",
            "epoch 3/3",
            "CONFIRMATION 0 COMPLETE",
            "epoch 1/3",
            "epoch 2/3",
            "epoch 3/3",
            "CONFIRMATION 1 COMPLETE");
  }

  @Test
  void baselineAndBestAreConfirmedWithTheSameSeedsOnTestRows() throws IOException {
    TuningSummary summary = study.tune("confirmation.seeds=3");

    List<TrialRecord> runs = confirmation().trials();
    assertThat(runs)
        .extracting(run -> run.parameters().external())
        .containsExactly(
            Map.of("recipe", "baseline", "seed", 1L), Map.of("recipe", "best", "seed", 1L),
            Map.of("recipe", "baseline", "seed", 2L), Map.of("recipe", "best", "seed", 2L),
            Map.of("recipe", "baseline", "seed", 3L), Map.of("recipe", "best", "seed", 3L));
    List<Long> seeds = runs.stream().map(run -> provenance(run).seed()).toList();
    assertThat(seeds.get(0)).isEqualTo(seeds.get(1)).isNotEqualTo(seeds.get(2));
    assertThat(seeds.get(2)).isEqualTo(seeds.get(3));
    assertThat(seeds.get(4)).isEqualTo(seeds.get(5));
    GainEngine engine = new GainEngine();
    TuningPlan plan = study.plan();
    assertThat(runs.get(1).value().orElseThrow())
        .isEqualTo(
            engine.score(
                    plan.assembly().recipe(plan.source().baseline(), best().parameters()),
                    seeds.get(1))
                - 0.01,
            within(1e-12));
    assertThat(summary.evidence().confirmation()).isPresent();
    assertThat(summary.recommendation().verdict().label()).isEqualTo("Adopt the best recipe");
  }

  @Test
  void theSearchNeverLooksAtTestRows() throws IOException {
    study.tune();

    assertThat(study.stored().trials())
        .allSatisfy(
            trial -> assertThat(trial.userAttributes()).doesNotContainKey(Meters.TEST_SCORE));
    assertThat(confirmation().trials())
        .allSatisfy(run -> assertThat(run.userAttributes()).containsKey(Meters.TEST_SCORE));
  }

  @Test
  void everyEpochIsRecorded() throws IOException {
    study.tune("study.trials=1");

    TrialRecord baseline = study.stored().trials().get(0);
    assertThat(baseline.intermediate()).containsOnlyKeys(1, 2, 3);
    assertThat(details(baseline).series(Meters.TRAIN_LOSS).orElseThrow().points())
        .extracting(MetricSeries.Point::step)
        .containsExactly(1, 2, 3);
  }

  @Test
  void everyTrialTellsHowItCameAbout() throws IOException {
    study.tune();

    Provenance provenance = provenance(best());
    TuningPlan plan = study.plan();
    assertThat(provenance.engine()).isEqualTo("gain engine 1");
    assertThat(provenance.device()).isEqualTo("imagination");
    assertThat(provenance.plugins()).containsOnlyKeys("lift", "drag");
    assertThat(provenance.studyFile()).isEqualTo(plan.file().sha256());
    assertThat(provenance.artifacts()).isEqualTo(Map.of("data", plan.source().dataset().sha256()));
    assertThat(provenance.recipe()).isEqualTo(plan.recipeText(best().parameters()));
    assertThat(study.stored().trials())
        .extracting(trial -> provenance(trial).seed())
        .doesNotHaveDuplicates();
  }

  @Test
  void theFolderHoldsWhatIsNeededAndNothingElse() throws IOException {
    study.tune();

    try (Stream<Path> files = Files.walk(study.output())) {
      assertThat(files.filter(Files::isRegularFile).map(study.output()::relativize))
          .extracting(Path::toString)
          .containsExactlyInAnyOrder(
              ".lock",
              "hone.db",
              "report.html",
              "report.md",
              "report.json",
              "best/model.zip",
              "best/recipe.yaml",
              "best/study.yaml");
    }
    assertThat(study.output().resolve("confirmation")).doesNotExist();
  }

  @Test
  void theReportSaysHowItWasMade() throws IOException {
    study.tune("study.timeout=90m");

    JsonNode report = new ObjectMapper().readTree(study.output().resolve("report.json").toFile());
    assertThat(report.get("title").asText()).isEqualTo("rehearsal");
    assertThat(report.get("metric").asText()).isEqualTo("accuracy");
    assertThat(report.get("generated").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(report.get("task"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "classification of kind from rows.csv",
            "60 rows: 36 to train, 12 to validate, 12 to test",
            "2 columns, input [2], 2 classes");
    assertThat(Files.readString(study.output().resolve("report.md")))
        .contains("hone tune")
        .contains("6 trials of at most 3 epochs, at most 1 h 30 min;")
        .contains("then baseline and best again with 3 seeds each");
  }

  @Test
  void theConfirmedModelWithTheBestValidationScoreIsHandedOver() throws IOException {
    study.tune("confirmation.seeds=4");

    double best =
        confirmation().trials().stream()
            .filter(run -> run.parameters().category(Evidence.RECIPE).equals(Evidence.BEST))
            .mapToDouble(run -> (double) run.userAttributes().get(Meters.VALIDATION_SCORE))
            .max()
            .orElseThrow();
    assertThat(GainEngine.savedScore(study.output().resolve("best/model.zip"))).isEqualTo(best);
  }

  @Test
  void theRecipeIsHandedOverAsText() throws IOException {
    study.tune();

    assertThat(Files.readString(study.output().resolve("best/recipe.yaml")))
        .isEqualTo(
            """
            # study rehearsal, trial %d: validation accuracy %s
            techniques:
              lift:
                amount: %s
            training:
              epochs: 3
              batch-size: 8
              learning-rate: 0.001
              optimizer: Adam
            network:
            - 'dense-1: DenseLayer units=3 activation=relu init=Relu <- input'
            - 'output: OutputLayer units=2 activation=softmax init=Xavier <- dense-1'
            - 'loss: LossMCXENT()'
            """
                .formatted(
                    best().number(),
                    best().value().orElseThrow(),
                    best().parameters().number("lift.amount")));
  }

  @Test
  void theStudyFileHandedOverTrainsTheRecipeAgain() throws IOException {
    study.tune();

    StudyFile again =
        new StudyFiles(
                new Known(
                    Set.of("lift", "drag"),
                    Set.of("auto"),
                    Set.of("performance-curve"),
                    Set.of("accuracy"),
                    Set.of()))
            .load(study.output().resolve("best/study.yaml"), List.of());
    TuningPlan plan = TuningPlan.of(again, study.engine(), study.catalogue());
    assertThat(again.techniques()).isInstanceOf(TechniqueChoices.Listed.class);
    assertThat(((TechniqueChoices.Listed) again.techniques()).byId().get("lift"))
        .isInstanceOf(TechniqueChoice.On.class);
    assertThat(plan.trials()).isEqualTo(1);
    assertThat(plan.assembly().strengths(plan.assembly().baseline()))
        .isEqualTo(study.plan().assembly().strengths(best().parameters()));
  }

  @Test
  void whereThereIsNothingToSearchOneTrialIsEnough() throws IOException {
    TuningSummary summary = study.tune("techniques={lift: on}", "study.trials=20");

    assertThat(study.stored().trials()).hasSize(1);
    assertThat(summary.evidence().baseline()).isEqualTo(summary.evidence().best());
    assertThat(GainEngine.savedScore(study.output().resolve("best/model.zip"))).isGreaterThan(0.59);
  }

  @Test
  void severalObjectivesLeaveAFrontWhoseBestByTheFirstIsConfirmed() throws IOException {
    // the fake engine's cost is one minus its score: the front is one trial
    TuningSummary summary = study.tune("objectives=[accuracy, model-size]");

    StudySnapshot stored = study.stored();
    assertThat(stored.definition().directions())
        .containsExactly(Direction.MAXIMIZE, Direction.MINIMIZE);
    assertThat(stored.in(TrialState.COMPLETE))
        .hasSize(6)
        .allSatisfy(
            trial ->
                assertThat(trial.values().get(1))
                    .isCloseTo(1 - trial.values().get(0), within(1e-12)));
    assertThat(summary.evidence().objectives()).containsExactly("accuracy", "model-size");
    assertThat(summary.evidence().front()).isEqualTo(summary.evidence().best().stream().toList());
    assertThat(summary.evidence().confirmation().orElseThrow().direction())
        .isEqualTo(Direction.MAXIMIZE);
    assertThat(study.output().resolve("report.md"))
        .content()
        .contains("The Pareto front of accuracy, model-size");
    assertThat(study.output().resolve("best/study.yaml"))
        .content()
        .contains("objectives: [accuracy, model-size]");
  }

  @Test
  void anotherMetricTurnsTheSearchRound() throws IOException {
    study.tune("objective.metric=log-loss");

    assertThat(best().value().orElseThrow())
        .as("less is better now")
        .isEqualTo(
            study
                .stored()
                .in(TrialState.COMPLETE)
                .flatMapToDouble(trial -> trial.value().stream())
                .min()
                .orElseThrow());
    assertThat(best().parameters().flag("drag")).as("what lowers the score is adopted").isTrue();
  }

  @Test
  void theSameSeedGivesTheSameStudy() throws IOException {
    study.tune("study.seed=7");
    Rehearsal other = Rehearsal.in(Files.createDirectory(folder.resolve("other")));
    other.tune("study.seed=7");

    assertThat(other.stored().trials())
        .extracting(TrialRecord::parameters, TrialRecord::values, TrialRecord::state)
        .isEqualTo(
            study.stored().trials().stream()
                .map(t -> tuple(t.parameters(), t.values(), t.state()))
                .toList());
  }

  @Test
  void unpromisingTrialsArePrunedButNoneThatOthersAreMeasuredBy() throws IOException {
    study.tune("study.trials=25", "study.pruner=median", "confirmation.seeds=1");

    List<TrialRecord> pruned = study.stored().in(TrialState.PRUNED).toList();
    assertThat(pruned).isNotEmpty();
    assertThat(pruned)
        .allSatisfy(
            trial -> {
              assertThat(trial.intermediate().size()).isLessThan(3);
              assertThat(study.plan().assembly().screening()).doesNotContain(trial.parameters());
              assertThat(Evidence.isBaseline(trial)).isFalse();
            });
    assertThat(study.stored().trials()).hasSize(25);
  }

  private Provenance provenance(TrialRecord trial) {
    return details(trial).provenance().orElseThrow();
  }

  private TrialDetails details(TrialRecord trial) {
    try (Storage storage = JdbcStorage.open(RunFolder.database(study.output()))) {
      return storage.details(trial.id());
    }
  }
}
