package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hone.agent.RunFolder;
import org.hone.agent.TrialRunner;
import org.hone.agent.Tuner;
import org.hone.agent.TuningPlan;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Watch;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.hone.worker.fake.FakeWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred workers that die at random moments, from before their first word to the last. */
class RandomKillsTest {
  private static final long SEED = 20261121;
  private static final int KILLS = 100;
  private static final int MOST_WORDS = 20;
  private static final int WORDS_UNTIL_READY = 4;
  private static final int ATTEMPTS = 3;

  private static final String[] SETTINGS = {
    "study.trials=130",
    "training.epochs=4",
    "study.sampler=random",
    "study.pruner=nop",
    "techniques={lift: search}",
    "confirmation.seeds=2"
  };

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger killed = new AtomicInteger();

  @Test
  void noFinishedTrialIsLostAndNoneIsCountedTwice() throws IOException {
    Rehearsal calm = FakeWorker.study(Files.createDirectory(folder.resolve("calm")));
    TuningPlan calmPlan = calm.plan(SETTINGS);
    tune(new InProcessRunner(calm.engine(), calmPlan.source(), calmPlan.assembly()), calmPlan);
    Rehearsal study = FakeWorker.study(Files.createDirectory(folder.resolve("stormy")));
    TuningPlan plan = study.plan(SETTINGS);
    Workbench bench = Workbench.of(plan.file(), study.engine(), study.catalogue());
    Watch watch;
    try (WorkerRunner runner =
        new WorkerRunner(
            plan,
            study.engine(),
            FakeWorker.settings(4, java.time.Duration.ZERO),
            (door, more) ->
                new MortalProcess(
                    door, (text, shared) -> bench, allowance(), killed::incrementAndGet))) {
      watch = tune(runner, plan);
    }

    assertThat(killed).hasValueGreaterThanOrEqualTo(KILLS);
    StudySnapshot stored = study.stored();
    List<TrialRecord> trials = stored.trials();
    assertThat(trials)
        .extracting(TrialRecord::number)
        .isEqualTo(IntStream.range(0, 130).boxed().toList());
    assertThat(trials).allMatch(trial -> trial.state().isFinished());
    assertThat(watch.finished()).as("each is told of once").doesNotHaveDuplicates();
    assertThat(watch.finished()).as("nothing that was told of is lost").containsAll(trials);
    assertThat(stored.in(TrialState.FAIL)).hasSizeLessThan(KILLS / 2);
    List<TrialRecord> expected = calm.stored().trials();
    for (TrialRecord trial : trials) {
      if (trial.state() == TrialState.FAIL) {
        assertThat(trial.systemAttributes().get(TrialRecord.REASON).toString())
            .contains("signal 9");
      } else {
        TrialRecord other = expected.get(trial.number());
        assertThat(trial.parameters()).isEqualTo(other.parameters());
        assertThat(trial.values()).isEqualTo(other.values());
        assertThat(trial.intermediate()).isEqualTo(other.intermediate());
      }
    }
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
    assertThat(study.output().resolve("best/model.zip")).exists();
  }

  /** Of every few workers one comes to work, as otherwise the study rightly gives up. */
  private synchronized int allowance() {
    int index = begun.getAndIncrement();
    if (killed.get() >= KILLS) {
      return -1;
    }
    return index % ATTEMPTS == 0
        ? random.nextInt(WORDS_UNTIL_READY)
        : random.nextInt(WORDS_UNTIL_READY, MOST_WORDS);
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
}
