package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Watch;
import org.hone.reports.analysis.Evidence;
import org.hone.search.space.Direction;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.study.Study;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.hone.worker.InProcessRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same command again. */
class TunerResumeTest {
  @TempDir Path folder;
  private Rehearsal study;

  @BeforeEach
  void prepare() {
    study = Rehearsal.in(folder);
  }

  private String confirmed() {
    return ConfirmationPhase.name(Rehearsal.NAME, study.stored().best().orElseThrow());
  }

  private static void assertNothingIsLeftRunning(StudySnapshot snapshot) {
    assertThat(snapshot.trials())
        .extracting(TrialRecord::number)
        .isEqualTo(IntStream.range(0, snapshot.trials().size()).boxed().toList());
    assertThat(snapshot.in(TrialState.RUNNING)).isEmpty();
  }

  private static void assertKept(Collection<TrialRecord> before, StudySnapshot after) {
    assertThat(after.trials())
        .containsAll(before.stream().filter(trial -> trial.state().isFinished()).toList());
  }

  @Test
  void trainsNothingOnceEverythingIsDone() throws IOException {
    study.tune();
    List<TrialRecord> before = study.stored().trials();
    String report = Files.readString(study.output().resolve("report.html"));
    double model = GainEngine.savedScore(study.output().resolve("best/model.zip"));
    Watch watch = new Watch();

    TuningSummary summary = study.tune(watch, watch);

    int best = study.stored().best().orElseThrow().number();
    assertThat(watch.events())
        .containsExactly(
            "going on with study 'rehearsal'",
            "SEARCH 6/6, best " + best,
            "CONFIRMATION 6/6, best " + best);
    assertThat(study.stored().trials()).isEqualTo(before);
    assertThat(summary.interrupted()).isFalse();
    assertThat(Files.readString(study.output().resolve("report.html"))).isEqualTo(report);
    assertThat(GainEngine.savedScore(study.output().resolve("best/model.zip"))).isEqualTo(model);
  }

  @Test
  void aLargerBudgetAddsTrials() throws IOException {
    study.tune();
    List<TrialRecord> before = study.stored().trials();

    study.tune("study.trials=8");

    assertThat(study.stored().trials()).hasSize(8).startsWith(before.toArray(TrialRecord[]::new));
  }

  @Test
  void aSmallerBudgetIsNoReasonToWorry() throws IOException {
    study.tune();
    Watch watch = new Watch();

    study.tune(watch, watch, "study.trials=2");

    assertThat(watch.events()).element(1).asString().startsWith("SEARCH 2/2, best");
    assertThat(study.stored().trials()).hasSize(6);
  }

  @Test
  void moreSeedsAddRuns() throws IOException {
    study.tune("confirmation.seeds=2");
    List<TrialRecord> before = study.stored(confirmed()).trials();

    study.tune("confirmation.seeds=3");

    assertThat(study.stored(confirmed()).trials())
        .hasSize(6)
        .startsWith(before.toArray(TrialRecord[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"epoch 2/3", "SEARCH 0 COMPLETE", "SEARCH 3 "})
  void aStoppedSearchGoesOn(String stop) throws IOException {
    Watch watch = new Watch(stop);

    TuningSummary summary = study.tune(watch, watch);

    StudySnapshot stopped = study.stored();
    assertThat(summary.interrupted()).isTrue();
    assertThat(stopped.in(TrialState.RUNNING)).hasSizeLessThan(2);
    assertThat(study.storedNames()).as("no confirmation yet").containsExactly(Rehearsal.NAME);
    assertThat(study.output().resolve("best")).doesNotExist();
    assertThat(study.output().resolve("report.html")).exists();

    TuningSummary done = study.tune();

    assertThat(done.interrupted()).isFalse();
    assertKept(watch.finished(), study.stored());
    assertNothingIsLeftRunning(study.stored());
    assertThat(study.stored().trials()).hasSize(6).noneMatch(TrialRecord::isInterrupted);
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
  }

  @Test
  void theTrialThatWasCutOffGoesOn() throws IOException {
    Watch watch = new Watch("epoch 2/3");
    study.tune(watch, watch);
    List<TrialRecord> stopped = study.stored().trials();
    assertThat(stopped.get(0).state()).isEqualTo(TrialState.RUNNING);
    assertThat(study.output().resolve("checkpoints/study-1-trial-0.checkpoint")).exists();
    assertThat(study.output().resolve("checkpoints")).isDirectoryContaining("glob:**.checkpoint");
    Files.writeString(study.output().resolve("checkpoints/study-1-trial-77.checkpoint"), "old");

    Watch again = new Watch();
    study.tune(again, again);

    assertThat(again.events())
        .startsWith(
            "going on with study 'rehearsal'; its interrupted trial goes on",
            "SEARCH 0/6",
            "trial 0: goes on after epoch 2",
            "epoch 3/3",
            "SEARCH 0 COMPLETE");
    Rehearsal whole = Rehearsal.in(Files.createDirectory(folder.resolve("whole")));
    whole.tune();
    assertThat(study.stored().trials().get(0).intermediate())
        .isEqualTo(whole.stored().trials().get(0).intermediate());
    assertThat(study.stored().trials().get(0).values())
        .isEqualTo(whole.stored().trials().get(0).values());
    assertThat(study.stored().trials().get(0).userAttributes().get(TrialReport.NOTES))
        .isEqualTo(List.of("goes on after epoch 2"));
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
    TrialRecord baseline =
        study.stored().trials().stream().filter(Evidence::isBaseline).findFirst().orElseThrow();
    assertThat(baseline.parameters()).isEqualTo(study.plan().assembly().baseline());
    assertThat(baseline.state()).isEqualTo(TrialState.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONFIRMATION 0/6, best %d", "CONFIRMATION 2 COMPLETE"})
  void aStoppedConfirmationGoesOn(String stop) throws IOException {
    study.tune("study.trials=6", "confirmation.seeds=1");
    int best = study.stored().best().orElseThrow().number();
    Rehearsal other = Rehearsal.in(Files.createDirectory(folder.resolve("other")));
    Watch watch = new Watch(stop.formatted(best));

    TuningSummary summary = other.tune(watch, watch);

    assertThat(summary.interrupted()).isTrue();
    assertThat(other.output().resolve("best")).doesNotExist();
    StudySnapshot stopped = other.stored(confirmed());

    assertThat(other.tune().interrupted()).isFalse();

    StudySnapshot done = other.stored(confirmed());
    assertKept(stopped.trials(), done);
    assertNothingIsLeftRunning(done);
    assertThat(done.in(TrialState.COMPLETE)).hasSize(6);
    assertThat(other.output().resolve("best/model.zip")).exists();
    assertThat(other.output().resolve("confirmation")).doesNotExist();
  }

  @Test
  void aRunThatWasCutOffInTheConfirmationGoesOn() throws IOException {
    Watch watch = new Watch("CONFIRMATION 1 COMPLETE");
    study.tune(watch, watch);
    // the next run is cut off in its first epoch
    Watch next = new Watch("epoch 1/3");
    study.tune(next, next);
    assertThat(study.stored(confirmed()).trials())
        .extracting(TrialRecord::state)
        .containsExactly(TrialState.COMPLETE, TrialState.COMPLETE, TrialState.RUNNING);

    study.tune();

    assertThat(study.stored(confirmed()).trials())
        .hasSize(6)
        .allMatch(trial -> trial.state() == TrialState.COMPLETE);
  }

  @Test
  void aSmallerBudgetLeavesTheInterruptedTrialBehind() throws IOException {
    Watch watch = new Watch("SEARCH 1 COMPLETE");
    study.tune(watch, watch);
    Watch next = new Watch("epoch 1/3");
    study.tune(next, next);
    assertThat(study.stored().in(TrialState.RUNNING)).hasSize(1);

    study.tune("study.trials=2");

    assertNothingIsLeftRunning(study.stored());
    assertThat(study.stored().trials().get(2).isInterrupted()).isTrue();
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
  }

  @Test
  void aTrialThatHadNoParametersYetHadNotBegun() throws IOException {
    Watch watch = new Watch("SEARCH 2 COMPLETE");
    study.tune(watch, watch);
    try (Storage storage = JdbcStorage.open(RunFolder.database(study.output()))) {
      storage.createTrial(
          storage.findStudy(Rehearsal.NAME).orElseThrow(),
          TrialState.RUNNING,
          ParameterValues.empty(),
          Map.of());
    }

    study.tune();

    assertThat(study.stored().trials()).hasSize(7);
    assertThat(study.stored().trials().get(3).isInterrupted()).isTrue();
    assertNothingIsLeftRunning(study.stored());
  }

  @Test
  void whatAProcessLeftRunningWhenItDiedGoesOn() throws IOException {
    TuningPlan plan = study.plan();
    TrialRunner runner = new InProcessRunner(study.engine(), plan.source(), plan.assembly());
    TrialRunner dying = new Dying(runner, 3);
    assertThatIllegalStateException().isThrownBy(() -> tune(plan, dying));
    assertThat(study.stored().in(TrialState.RUNNING)).hasSize(1);
    List<TrialRecord> before = study.stored().trials();
    Watch watch = new Watch();

    study.tune(watch, watch);

    assertThat(watch.events())
        .startsWith("going on with study 'rehearsal'; its interrupted trial goes on");
    assertThat(study.stored().trials()).hasSize(6);
    assertKept(before, study.stored());
    assertNothingIsLeftRunning(study.stored());
  }

  private void tune(TuningPlan plan, TrialRunner runner) throws IOException {
    try (RunFolder held = RunFolder.hold(study.output())) {
      new Tuner(plan, runner, Rehearsal.SILENT, Rehearsal.NEVER, Rehearsal.CLOCK)
          .tune(held, "hone tune");
    }
  }

  /** Dies before it runs so many. */
  private static final class Dying implements TrialRunner {
    private final TrialRunner runner;
    private int left;

    Dying(TrialRunner runner, int left) {
      this.runner = runner;
      this.left = left;
    }

    @Override
    public String engine() {
      return runner.engine();
    }

    @Override
    public String device() {
      return runner.device();
    }

    @Override
    public TrialReport run(TrialOrder order, Observer observer) {
      if (left-- == 0) {
        throw new IllegalStateException("died");
      }
      return runner.run(order, observer);
    }
  }

  @Test
  void aStudyThatWasCutOffBeforeItsFirstTrialBeginsAsPlanned() throws IOException {
    TuningPlan plan = study.plan();
    try (RunFolder held = RunFolder.hold(study.output());
        Storage storage = JdbcStorage.open(held.database())) {
      Study.builder(Rehearsal.NAME)
          .direction(Direction.MAXIMIZE)
          .space(plan.assembly().space())
          .catalogue(plan.assembly().catalogue())
          .storage(storage)
          .create()
          .enqueue(plan.assembly().baseline());
    }

    study.tune();

    List<TrialRecord> trials = study.stored().trials();
    assertThat(trials).hasSize(6);
    assertThat(trials.get(0).parameters()).isEqualTo(plan.assembly().baseline());
    assertThat(trials.subList(1, 3))
        .extracting(TrialRecord::parameters)
        .isEqualTo(plan.assembly().screening());
    assertThat(study.stored().userAttributes()).containsKey(Freeze.ATTRIBUTE);
  }

  @Test
  void aBetterTrialOfALongerSearchIsConfirmedAnewAndReplacesTheModel() throws IOException {
    study.tune("study.trials=1");
    double first = GainEngine.savedScore(study.output().resolve("best/model.zip"));

    study.tune("study.trials=8");

    assertThat(study.storedNames())
        .containsExactly(Rehearsal.NAME, "rehearsal confirmation of trial 0", confirmed());
    assertThat(GainEngine.savedScore(study.output().resolve("best/model.zip")))
        .isGreaterThan(first + 0.05);
    assertThat(study.output().resolve("best/recipe.yaml"))
        .content()
        .startsWith("# study rehearsal, trial " + study.stored().best().orElseThrow().number());
  }

  @Test
  void theTimeoutEndsTheSearchButNotTheConfirmation() throws IOException {
    Rehearsal slow = study.with(new GainEngine(0.001, Duration.ofMillis(150)));

    TuningSummary summary =
        slow.tune("study.trials=100", "study.timeout=1s", "confirmation.seeds=1");

    StudySnapshot stored = study.stored();
    assertThat(summary.interrupted()).isFalse();
    String why = summary.timedOut().orElse("");
    assertThat(why).matches("the search ended at study.timeout \\(1s\\), after \\d of 100 trials");
    assertThat(study.output().resolve("report.md")).content().contains(why);
    assertThat(stored.trials())
        .hasSizeLessThan(10)
        .as("what was planned may wait for the next run")
        .allMatch(one -> one.state().isFinished() || one.state() == TrialState.WAITING);
    assertThat(stored.in(TrialState.PRUNED)).as("cut off by the timeout").hasSizeLessThan(2);
    assertThat(study.output().resolve("best/model.zip")).exists();
  }

  @Test
  void evenATimeoutWaitsForTheBaseline() throws IOException {
    Rehearsal slow = study.with(new GainEngine(0.001, Duration.ofMillis(350)));

    slow.tune("study.timeout=1s", "confirmation.seeds=1");

    assertThat(study.stored().trials().get(0).state()).isEqualTo(TrialState.COMPLETE);
    assertThat(study.stored().trials()).filteredOn(one -> one.state().isFinished()).hasSize(1);
  }
}
