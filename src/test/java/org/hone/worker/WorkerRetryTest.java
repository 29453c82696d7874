package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.hone.agent.Environment;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.agent.TuningPlan;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.training.Decision;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.Dl4jEngine;
import org.hone.search.space.ParameterValues;
import org.hone.worker.fake.FakeWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial that lost its worker goes on in another, from its checkpoint. */
class WorkerRetryTest {
  @TempDir Path folder;

  /** Kills the worker after epochs of its choice, before the worker has its answer. */
  private static final class Killer implements TrialRunner.Observer {
    private final WorkerRunner runner;
    private final IntPredicate when;
    private final List<Integer> epochs = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int kills;
    private BiPredicate<Integer, Integer> later = (fold, epoch) -> false;

    Killer(WorkerRunner runner, IntPredicate when) {
      this.runner = runner;
      this.when = when;
    }

    @Override
    public Decision epoch(int epoch, double score, Map<String, Double> readings) {
      epochs.add(epoch);
      while (scores.size() < epoch) {
        scores.add(score);
      }
      scores.set(epoch - 1, score);
      if (when.test(epoch)) {
        kill();
      }
      return Decision.CONTINUE;
    }

    @Override
    public void advanced(int fold, int epoch) {
      if (later.test(fold, epoch)) {
        kill();
      }
    }

    private void kill() {
      kills++;
      runner.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Also after epochs of later folds. */
    Killer alsoWhen(BiPredicate<Integer, Integer> test) {
      later = test;
      return this;
    }

    @Override
    public void note(String line) {
      notes.add(line);
    }

    @Override
    public boolean stopRequested() {
      return false;
    }
  }

  private TrialOrder order(ParameterValues point) {
    return order(point, true);
  }

  /** A trial that looks at test rows has no folds. */
  private TrialOrder order(ParameterValues point, boolean test) {
    return new TrialOrder(
        point, 42, 1, test, Optional.empty(), Optional.of(folder.resolve("a.checkpoint")));
  }

  private WorkerRunner fake(Rehearsal study, TuningPlan plan) {
    return fake(study, plan, Duration.ZERO);
  }

  private WorkerRunner fake(Rehearsal study, TuningPlan plan, Duration epoch) {
    return new WorkerRunner(plan, study.engine(), FakeWorker.settings(1, epoch));
  }

  @Test
  void aKillInTheMiddleOfATrialIsNotSeenInItsResult() throws IOException {
    Rehearsal study = FakeWorker.study(folder);
    TuningPlan plan = study.plan("training.epochs=6");
    TrialOrder order = order(plan.assembly().baseline());
    Follower calm = new Follower();
    TrialReport expected =
        new InProcessRunner(study.engine(), plan.source(), plan.assembly())
            .run(
                new TrialOrder(order.point(), 42, 1, true, Optional.empty(), Optional.empty()),
                calm);
    try (WorkerRunner runner = fake(study, plan)) {
      Killer[] killer = new Killer[1];
      killer[0] =
          new Killer(runner, epoch -> epoch == 2 + 2 * killer[0].kills && killer[0].kills < 2);

      TrialReport report = runner.run(order, killer[0]);

      assertThat(report).isEqualTo(expected);
      assertThat(killer[0].epochs).containsExactly(1, 2, 2, 3, 4, 4, 5, 6);
      assertThat(killer[0].notes)
          .containsExactly(
              "lost its worker after epoch 2: the worker was killed (signal 9), as the system does"
                  + " when memory runs out",
              "goes on after epoch 1",
              "lost its worker after epoch 4: the worker was killed (signal 9), as the system does"
                  + " when memory runs out",
              "goes on after epoch 3");
    }
  }

  @Test
  void aSecondKillAtTheSamePlaceFailsTheTrial() throws IOException {
    Rehearsal study = FakeWorker.study(folder);
    TuningPlan plan = study.plan("training.epochs=6");
    try (WorkerRunner runner = fake(study, plan)) {
      Killer killer = new Killer(runner, epoch -> epoch == 3);

      TrialReport report = runner.run(order(plan.assembly().baseline()), killer);

      assertThat(report.status()).isEqualTo(Status.FAILED);
      assertThat(report.reason().orElseThrow()).contains("signal 9");
      assertThat(killer.kills).isEqualTo(2);
    }
  }

  @Test
  void aTrialOfFoldsMayLoseAWorkerInEachOfThem() throws IOException {
    Rehearsal study = FakeWorker.study(folder);
    TuningPlan plan = study.plan("data={file: rows.csv, folds: 3}", "training.epochs=4");
    TrialOrder order = order(plan.assembly().baseline(), false);
    TrialReport expected =
        new InProcessRunner(study.engine(), plan.source(), plan.assembly())
            .run(
                new TrialOrder(order.point(), 42, 1, false, Optional.empty(), Optional.empty()),
                new Follower());
    try (WorkerRunner runner = fake(study, plan, Duration.ofMillis(150))) {
      Killer[] killer = new Killer[1];
      killer[0] =
          new Killer(runner, epoch -> epoch == 3 && killer[0].kills == 0)
              .alsoWhen((fold, epoch) -> epoch == 1 && killer[0].kills == fold);

      TrialReport report = runner.run(order, killer[0]);

      assertThat(report).isEqualTo(expected);
      assertThat(killer[0].kills).isEqualTo(3);
      assertThat(killer[0].notes)
          .filteredOn(note -> note.startsWith("lost"))
          .extracting(note -> note.substring(0, note.indexOf(':')))
          .containsExactly(
              "lost its worker after epoch 3",
              "lost its worker after epoch 1 of fold 2",
              "lost its worker after epoch 1 of fold 3");
    }
  }

  private TuningPlan real(Dl4jEngine engine, String data) throws IOException {
    Environment environment = Environment.discover();
    Files.writeString(folder.resolve("rows.csv"), Rehearsal.rows(60));
    Path file =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            data: {file: rows.csv, label: kind%s}
            network: {mlp: [8, 8]}
            training: {epochs: 1500, batch-size: 16}
            techniques:
              dropout: on
              ema: on
              cosine: on
              batch-normalization: on
              adam: on
              early-stopping: off
            output: '%s'
            """
                .formatted(data, folder.resolve("out")));
    return TuningPlan.of(
        environment.study(Optional.of(file), List.of()), engine, environment.techniques());
  }

  @Test
  void realTrainingsOfFoldsGoOnInTheirFoldBitForBit() throws IOException {
    Dl4jEngine engine = new Dl4jEngine();
    TuningPlan plan = real(engine, ", folds: 2");
    TrialOrder order = order(plan.assembly().baseline(), false);
    Path ofSecond = FinishedFold.beside(order.checkpoint().orElseThrow(), 1);
    TrialReport expected =
        new InProcessRunner(engine, plan.source(), plan.assembly())
            .run(
                new TrialOrder(order.point(), 42, 1, false, Optional.empty(), Optional.empty()),
                new Follower());
    try (WorkerRunner runner = new WorkerRunner(plan, engine, settings())) {
      Killer[] killer = new Killer[1];
      killer[0] =
          new Killer(runner, epoch -> false)
              .alsoWhen((fold, epoch) -> killer[0].kills == 0 && Files.exists(ofSecond));

      TrialReport report = runner.run(order, killer[0]);

      assertThat(expected.status()).as("%s", expected).isEqualTo(Status.COMPLETED);
      assertThat(killer[0].notes).hasSize(2).last().asString().startsWith("goes on after epoch ");
      assertThat(killer[0].epochs).as("the first fold is not trained again").hasSize(1500);
      assertThat(report.score()).isEqualTo(expected.score());
      assertThat(repeatable(report.figures())).isEqualTo(repeatable(expected.figures()));
    }
  }

  @Test
  void aRealTrainingGoesOnInAnotherProcessBitForBit() throws IOException {
    Dl4jEngine engine = new Dl4jEngine();
    TuningPlan plan = real(engine, "");
    TrialOrder order = order(plan.assembly().baseline());
    Killer calm = new Killer(new WorkerRunner(plan, engine, settings()), epoch -> false);
    TrialReport expected =
        new InProcessRunner(engine, plan.source(), plan.assembly())
            .run(
                new TrialOrder(order.point(), 42, 1, true, Optional.empty(), Optional.empty()),
                calm);
    try (WorkerRunner runner = new WorkerRunner(plan, engine, settings())) {
      Killer[] killer = new Killer[1];
      killer[0] =
          new Killer(
              runner,
              epoch -> killer[0].kills == 0 && Files.exists(order.checkpoint().orElseThrow()));

      TrialReport report = runner.run(order, killer[0]);

      assertThat(expected.status()).as("%s", expected).isEqualTo(Status.COMPLETED);
      assertThat(killer[0].kills).isEqualTo(1);
      assertThat(killer[0].notes).hasSize(2).last().asString().startsWith("goes on after epoch ");
      assertThat(killer[0].scores).isEqualTo(calm.scores);
      assertThat(report.score()).isEqualTo(expected.score());
      assertThat(repeatable(report.figures())).isEqualTo(repeatable(expected.figures()));
    }
  }

  /** All but what a clock tells. */
  private static Map<String, Double> repeatable(Map<String, Double> figures) {
    Map<String, Double> kept = new HashMap<>(figures);
    kept.remove("hone.trial.figure.training-time");
    return kept;
  }

  private static WorkerSettings settings() {
    WorkerSettings fake = FakeWorker.settings(1, Duration.ZERO);
    return new WorkerSettings(1, WorkerMain.class.getName(), fake.options(), fake.silence());
  }

  @Test
  void whatEndsAWorkerBeforeAnyEpochIsOverIsNotTriedAgainUnlessItCameFromOutside() {
    assertThat(new Retries().again(loss(0, 0, false))).isFalse();
    assertThat(new Retries().again(loss(0, 1, false))).isTrue();
    Retries retries = new Retries();
    assertThat(retries.again(loss(0, 0, true))).isTrue();
    assertThat(retries.again(loss(0, 0, true))).isFalse();
    Retries many = new Retries();
    for (int epoch = 1; epoch <= 5; epoch++) {
      assertThat(many.again(loss(0, epoch, true))).isTrue();
    }
    assertThat(many.again(loss(0, 6, true))).as("enough is enough").isFalse();
  }

  @Test
  void anEpochOfALaterFoldIsFurtherThanAnyOfAnEarlierOne() {
    Retries retries = new Retries();
    assertThat(retries.again(loss(0, 9, false))).isTrue();
    assertThat(retries.again(loss(1, 2, false))).isTrue();
    assertThat(retries.again(loss(2, 1, false))).isTrue();
    assertThat(retries.again(loss(2, 1, false))).as("the same place").isFalse();
    assertThat(new Place(0, 3)).hasToString("epoch 3");
    assertThat(new Place(2, 3)).hasToString("epoch 3 of fold 3");
  }

  private static Loss loss(int fold, int epoch, boolean fromOutside) {
    return new Loss(new Place(fold, epoch), fromOutside);
  }

  @Test
  void whoEndedAWorkerIsReadFromItsStatus() {
    assertThat(Ending.isFromOutside(128 + 9, List.of())).isTrue();
    assertThat(Ending.isFromOutside(128 + 15, List.of())).isTrue();
    assertThat(Ending.isFromOutside(128 + 11, List.of())).isFalse();
    assertThat(Ending.isFromOutside(3, List.of())).isFalse();
    assertThat(Ending.isFromOutside(128 + 9, List.of("java.lang.OutOfMemoryError: heap")))
        .isFalse();
  }
}
