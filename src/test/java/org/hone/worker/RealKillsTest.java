package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hone.agent.RunFolder;
import org.hone.agent.TrialRunner;
import org.hone.agent.Tuner;
import org.hone.agent.TuningPlan;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Watch;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.hone.worker.fake.Phase;
import org.hone.worker.fake.PhasedRunner;
import org.hone.worker.fake.PhasedWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers are killed as by {@code kill -9}, processes of their own, at random moments of every
 * phase of their lives. {@code src/checks/worker-kills} runs it with more of them.
 */
class RealKillsTest {
  private static final long SEED = 20261122;
  private static final int KILLS = Integer.getInteger("hone.test.kills", 25);

  /** A worker lives for less than two trials, so that these are enough. */
  private static final int TRIALS = KILLS * 5 / 4;

  private static final String[] SETTINGS = {
    "study.trials=" + TRIALS,
    "training.epochs=" + PhasedRunner.EPOCHS,
    "study.sampler=random",
    "study.pruner=nop",
    "techniques={lift: search}",
    "confirmation.seeds=2"
  };

  private static final WorkerSettings WORKERS =
      new WorkerSettings(
          3,
          PhasedWorker.class.getName(),
          List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"),
          Duration.ofSeconds(20));

  @TempDir Path folder;

  @Test
  void noFinishedTrialIsLostAndNoneIsCountedTwice() throws IOException {
    Rehearsal calm = Rehearsal.in(Files.createDirectory(folder.resolve("calm")));
    Watch unused = tune(new PhasedRunner(phase -> {}), calm.plan(SETTINGS));
    Rehearsal study = Rehearsal.in(Files.createDirectory(folder.resolve("stormy")));
    TuningPlan plan = study.plan(SETTINGS);
    assertThat(plan.assembly().space()).as("what workers know").isEqualTo(PhasedWorker.SPACE);
    Killer killer = new Killer(workers(plan), folder, KILLS, SEED);
    Watch watch;
    try (WorkerRunner runner = new WorkerRunner(plan, study.engine(), WORKERS, killer)) {
      watch = tune(runner, plan);
    }

    System.out.printf("killed %d workers: %s%n", killer.count(), killer.deaths());
    assertThat(killer.count()).isEqualTo(KILLS);
    assertThat(killer.deaths().keySet()).containsExactlyInAnyOrder(Phase.values());
    List<TrialRecord> trials = study.stored().trials();
    assertThat(trials)
        .extracting(TrialRecord::number)
        .isEqualTo(IntStream.range(0, TRIALS).boxed().toList());
    assertThat(trials).allMatch(trial -> trial.state().isFinished());
    assertThat(watch.finished()).as("each is told of once").doesNotHaveDuplicates();
    assertThat(watch.finished()).as("nothing that was told of is lost").containsAll(trials);
    assertSameOrKilled(trials, calm.stored().trials());
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
    assertThat(study.output().resolve("best/model.zip")).exists();
  }

  private static WorkerSettings workers(TuningPlan plan) {
    List<String> options = new ArrayList<>(WORKERS.options());
    options.add("-D%s=%s".formatted(PhasedWorker.DATA, plan.source().dataset().sha256()));
    return new WorkerSettings(WORKERS.count(), WORKERS.program(), options, WORKERS.silence());
  }

  private static Watch tune(TrialRunner runner, TuningPlan plan) throws IOException {
    Watch watch = new Watch();
    try (RunFolder held = RunFolder.hold(plan.file().output())) {
      assertThat(
              new Tuner(plan, runner, watch, watch, Rehearsal.CLOCK)
                  .tune(held, "hone tune")
                  .interrupted())
          .isFalse();
    }
    return watch;
  }

  /** What was killed twice at the same place fails; all else is as if nothing had happened. */
  private static void assertSameOrKilled(List<TrialRecord> trials, List<TrialRecord> expected) {
    assertThat(trials)
        .filteredOn(trial -> trial.state() == TrialState.FAIL)
        .hasSizeLessThan(TRIALS / 3)
        .allSatisfy(
            trial ->
                assertThat(trial.systemAttributes().get(TrialRecord.REASON).toString())
                    .contains("signal 9"));
    assertThat(trials)
        .filteredOn(trial -> trial.state() != TrialState.FAIL)
        .allSatisfy(
            trial -> {
              TrialRecord other = expected.get(trial.number());
              assertThat(trial.parameters()).isEqualTo(other.parameters());
              assertThat(trial.values()).isEqualTo(other.values());
              assertThat(trial.intermediate()).isEqualTo(other.intermediate());
            });
  }
}
