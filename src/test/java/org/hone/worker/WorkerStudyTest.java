package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hone.agent.RunFolder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.agent.Tuner;
import org.hone.agent.TuningPlan;
import org.hone.agent.TuningSummary;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Watch;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.hone.worker.fake.FakeWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole studies whose trials run in workers. */
class WorkerStudyTest {
  private static final long SEED = 20260117;

  @TempDir Path folder;

  private Rehearsal study(String name) throws IOException {
    return FakeWorker.study(Files.createDirectory(folder.resolve(name)));
  }

  private static TuningSummary tune(TrialRunner runner, TuningPlan plan) throws IOException {
    Watch watch = new Watch();
    try (RunFolder held = RunFolder.hold(plan.file().output())) {
      return new Tuner(plan, runner, watch, watch, Rehearsal.CLOCK).tune(held, "hone tune");
    }
  }

  private static final String[] RANDOM = {
    "study.trials=12", "study.sampler=random", "study.pruner=nop", "techniques={lift: search}"
  };

  private Rehearsal tuned(String name, int workers) throws IOException {
    Rehearsal study = study(name);
    TuningPlan plan = study.plan(RANDOM);
    if (workers == 0) {
      TuningSummary unused =
          tune(new InProcessRunner(study.engine(), plan.source(), plan.assembly()), plan);
    } else {
      try (WorkerRunner runner =
          new WorkerRunner(
              plan, study.engine(), FakeWorker.settings(workers, Duration.ofMillis(5)))) {
        TuningSummary unused = tune(runner, plan);
      }
    }
    return study;
  }

  /** What of a trial must be the same. */
  private static List<String> results(StudySnapshot snapshot) {
    return snapshot.trials().stream()
        .map(
            trial ->
                "%s %s %s %s"
                    .formatted(
                        trial.parameters(), trial.state(), trial.values(), trial.intermediate()))
        .toList();
  }

  @Test
  void trialsAreTheSameWhateverTheNumberOfWorkers() throws IOException {
    Rehearsal none = tuned("none", 0);
    Rehearsal one = tuned("one", 1);
    Rehearsal two = tuned("two", 2);

    List<String> names = none.storedNames();
    assertThat(names).hasSize(2);
    assertThat(one.storedNames()).isEqualTo(names);
    assertThat(two.storedNames()).isEqualTo(names);
    for (String name : names) {
      List<String> expected = results(none.stored(name));
      assertThat(expected).hasSizeGreaterThanOrEqualTo(6);
      assertThat(results(one.stored(name))).as("1 worker, %s", name).isEqualTo(expected);
      assertThat(results(two.stored(name)).stream().sorted())
          .as("2 workers, %s", name)
          .isEqualTo(expected.stream().sorted().toList());
    }
    assertThat(results(two.stored())).isEqualTo(results(none.stored()));
    assertThat(GainEngine.savedScore(two.output().resolve("best/model.zip")))
        .isEqualTo(GainEngine.savedScore(none.output().resolve("best/model.zip")));
  }

  @Test
  void theStudyGoesOnWhateverItsTrialsDo() throws IOException {
    Rehearsal study = study("rogue");
    TuningPlan plan =
        study.plan(
            "study.trials=8",
            "study.sampler=random",
            "techniques={lift: search, rogue: {use: search, deed: exit}}",
            "confirmation.seeds=1");
    TuningSummary summary;
    try (WorkerRunner runner =
        new WorkerRunner(plan, study.engine(), FakeWorker.settings(2, Duration.ZERO))) {
      summary = tune(runner, plan);
    }

    assertThat(summary.interrupted()).isFalse();
    List<TrialRecord> trials = study.stored().trials();
    assertThat(trials).hasSize(8).allMatch(trial -> trial.state().isFinished());
    assertThat(trials).filteredOn(TrialRecord::isInterrupted).isEmpty();
    assertThat(trials)
        .filteredOn(trial -> trial.userAttributes().containsKey(TrialReport.LOG))
        .isNotEmpty()
        .allSatisfy(
            trial -> {
              assertThat(trial.state()).isEqualTo(TrialState.FAIL);
              assertThat(trial.systemAttributes().get(TrialRecord.REASON).toString())
                  .isEqualTo("the worker ended itself with exit status 3");
              assertThat(trial.userAttributes().get(TrialReport.LOG))
                  .asString()
                  .contains("line 11")
                  .endsWith("line 30]");
            });
    assertThat(study.output().resolve("best/model.zip")).exists();
  }

  @Test
  void workersThatAreKilledLoseNoFinishedTrialAndNoneIsCountedTwice() throws Exception {
    List<String> expected = results(tuned("calm", 0).stored());
    Rehearsal study = study("stormy");
    TuningPlan plan = study.plan(RANDOM);
    List<Long> killed = new ArrayList<>();
    try (WorkerRunner runner =
        new WorkerRunner(plan, study.engine(), FakeWorker.settings(2, Duration.ofMillis(30)))) {
      Thread killer = new Thread(() -> kill(runner, killed));
      killer.start();
      assertThat(tune(runner, plan).interrupted()).isFalse();
      killer.interrupt();
      killer.join();
    }

    List<TrialRecord> trials = study.stored().trials();
    List<String> results = results(study.stored());
    assertThat(killed).isNotEmpty();
    assertThat(trials)
        .extracting(TrialRecord::number)
        .isEqualTo(IntStream.range(0, expected.size()).boxed().toList());
    assertThat(trials)
        .filteredOn(t -> t.state() == TrialState.FAIL)
        .hasSizeLessThanOrEqualTo(killed.size());
    for (TrialRecord trial : trials) {
      if (trial.state() == TrialState.FAIL) {
        assertThat(trial.systemAttributes().get(TrialRecord.REASON).toString())
            .contains("signal 9");
      } else {
        assertThat(results.get(trial.number())).isEqualTo(expected.get(trial.number()));
      }
    }
  }

  /** Kills at random moments: a worker at its trial, or between two. */
  private static void kill(WorkerRunner runner, List<Long> killed) {
    SplittableRandom random = new SplittableRandom(SEED);
    try {
      while (killed.size() < 3) {
        Thread.sleep(random.nextInt(20, 150));
        for (long pid : runner.pids()) {
          if (!killed.contains(pid) && random.nextBoolean()) {
            killed.add(pid);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            break;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
