package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.agent.TuningPlan;
import org.hone.agent.UserException;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.training.Decision;
import org.hone.api.training.TrainingResult.Status;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.StorageException;
import org.hone.worker.fake.FakeWorker;
import org.hone.worker.fake.Rogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a trial does to its process ends that trial alone. */
class WorkerRunnerTest {
  @TempDir Path folder;
  private Rehearsal study;
  private TuningPlan plan;

  private WorkerRunner runner(Duration epoch, String... overrides) throws IOException {
    study = FakeWorker.study(folder);
    plan = study.plan(overrides);
    return new WorkerRunner(plan, study.engine(), FakeWorker.settings(1, epoch));
  }

  private TrialOrder order(String deed) {
    Map<String, Object> values =
        deed.equals("none")
            ? Map.of("lift", true, "lift.amount", 0.1 + 0.02, Rogue.ID, false)
            : Map.of("lift", false, Rogue.ID, true, Rogue.ID + ".deed", deed);
    ParameterValues point = plan.assembly().space().fromExternal(values);
    return new TrialOrder(point, 42, 1, true, Optional.empty(), Optional.empty());
  }

  private TrialReport inProcess(TrialOrder order, Follower follower) {
    return new InProcessRunner(study.engine(), plan.source(), plan.assembly()).run(order, follower);
  }

  @Test
  void aTrialIsTheSameAsInProcess() throws IOException {
    try (WorkerRunner runner = runner(Duration.ZERO)) {
      Path model = folder.resolve("model.zip");
      TrialOrder plain = order("none");
      TrialOrder order =
          new TrialOrder(plain.point(), 7, 3, true, Optional.of(model), Optional.empty());
      Follower here = new Follower();
      Follower there = new Follower();

      TrialReport report = runner.run(order, there);

      assertThat(GainEngine.savedScore(model)).isEqualTo(report.score().orElseThrow());
      assertThat(report).isEqualTo(inProcess(order, here));
      assertThat(there.seen()).hasSize(4).isEqualTo(here.seen());
      assertThat(runner.engine()).isEqualTo("gain engine 1");
      assertThat(runner.device()).isEqualTo("imagination");
      List<Long> pids = runner.pids();
      assertThat(runner.run(plain, new Follower(Decision.STOP, () -> false)).status())
          .as("pruning")
          .isEqualTo(Status.STOPPED);
      assertThat(runner.pids()).as("it lives long").hasSize(1).isEqualTo(pids);
    }
  }

  @Test
  void itsProcessIsReplacedAfterAnyDeed() throws IOException {
    try (WorkerRunner runner = runner(Duration.ZERO)) {
      TrialReport error = runner.run(order("error"), new Follower());
      TrialReport overflow = runner.run(order("overflow"), new Follower());
      TrialReport interrupt = runner.run(order("interrupt"), new Follower());
      List<Long> first = runner.pids();
      TrialReport exit = runner.run(order("exit"), new Follower());
      TrialReport halt = runner.run(order("halt"), new Follower());
      TrialReport well = runner.run(order("none"), new Follower());

      assertThat(error.reason()).contains("LinkageError: no such class");
      assertThat(overflow.reason().orElseThrow()).startsWith("StackOverflowError");
      assertThat(interrupt.status()).isEqualTo(Status.COMPLETED);
      assertThat(exit.status()).isEqualTo(Status.FAILED);
      assertThat(exit.reason()).contains("the worker ended itself with exit status 3");
      assertThat(exit.log()).hasSize(20).endsWith("line 30");
      assertThat(halt.reason()).contains("the worker crashed (signal 11)");
      assertThat(well).isEqualTo(inProcess(order("none"), new Follower()));
      assertThat(runner.pids()).hasSize(1).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void aTrialThatAllocatesWithoutEndIsGivenUp() throws IOException {
    try (WorkerRunner runner = runner(Duration.ZERO)) {
      TrialReport heap = runner.run(order("heap"), new Follower());
      List<Long> none = runner.pids();
      TrialReport outside = runner.run(order("native"), new Follower());

      assertThat(heap.status()).isEqualTo(Status.FAILED);
      assertThat(heap.reason()).contains("the worker ran out of memory, see --worker-memory");
      assertThat(none).isEmpty();
      assertThat(outside.status()).isEqualTo(Status.FAILED);
      assertThat(outside.reason())
          .contains("the worker was ended, as it held more memory than it may");
      assertThat(runner.run(order("none"), new Follower()).status()).isEqualTo(Status.COMPLETED);
    }
  }

  @Test
  void aTrialThatTakesTooLongIsGivenUp() throws IOException {
    try (WorkerRunner runner =
        runner(Duration.ofMillis(100), "study.trial-timeout=1s", "training.epochs=1000")) {
      TrialReport slow = runner.run(order("none"), new Follower());
      List<Long> pids = runner.pids();
      TrialReport endless = runner.run(order("hang"), new Follower());

      assertThat(slow.status()).isEqualTo(Status.FAILED);
      assertThat(slow.reason()).contains("it took longer than 1 s (study.trial-timeout)");
      assertThat(pids).as("it ended by itself").hasSize(1);
      assertThat(endless.status()).isEqualTo(Status.FAILED);
      assertThat(endless.reason()).isEqualTo(slow.reason());
      assertThat(runner.pids()).as("it did not").isEmpty();
    }
  }

  @Test
  void aStopEndsATrialThatListensAndOneThatDoesNot() throws IOException {
    try (WorkerRunner runner = runner(Duration.ofMillis(100), "training.epochs=1000")) {
      Follower listening = Follower.impatient();
      TrialReport stopped = runner.run(order("none"), listening);
      List<Long> pids = runner.pids();
      TrialReport killed =
          runner.run(order("hang"), new Follower(Decision.CONTINUE, after(Duration.ofMillis(100))));

      assertThat(stopped.status()).isEqualTo(Status.STOPPED);
      assertThat(listening.seen()).hasSizeBetween(2, 100);
      assertThat(pids).hasSize(1);
      assertThat(killed.status()).isEqualTo(Status.STOPPED);
      assertThat(killed.reason()).contains("killed, as it did not stop");
      assertThat(runner.pids()).isEmpty();
      assertThat(runner.run(order("none"), new Follower(Decision.CONTINUE, () -> true)).status())
          .as("nothing is started any more")
          .isEqualTo(Status.STOPPED);
      assertThat(runner.pids()).isEmpty();
    }
  }

  private static BooleanSupplier after(Duration span) {
    long begin = System.nanoTime();
    return () -> System.nanoTime() - begin > span.toNanos();
  }

  @Test
  void aWorkerThatIsKilledWhileItWaitsCostsNoTrial() throws Exception {
    try (WorkerRunner runner = runner(Duration.ZERO)) {
      TrialReport before = runner.run(order("none"), new Follower());
      ProcessHandle worker = ProcessHandle.of(runner.pids().get(0)).orElseThrow();
      worker.destroyForcibly();
      worker.onExit().get(10, TimeUnit.SECONDS);

      assertThat(runner.run(order("none"), new Follower())).isEqualTo(before);

      ProcessHandle next = ProcessHandle.of(runner.pids().get(0)).orElseThrow();
      assertThatExceptionOfType(StorageException.class)
          .as("the observer's trouble is not the trial's")
          .isThrownBy(
              () ->
                  runner.run(
                      order("none"),
                      doing(
                          () -> {
                            throw new StorageException("disk full");
                          })))
          .withMessage("disk full");
      next.onExit().get(10, TimeUnit.SECONDS);
      assertThat(runner.pids()).isEmpty();
    }
  }

  /** Runs the trial, and does something after its first epoch. */
  private static TrialRunner.Observer doing(Runnable deed) {
    return new TrialRunner.Observer() {
      @Override
      public Decision epoch(int epoch, double score, Map<String, Double> readings) {
        if (epoch == 1) {
          deed.run();
        }
        return Decision.CONTINUE;
      }

      @Override
      public boolean stopRequested() {
        return false;
      }
    };
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be halted there")
  void aWorkerThatFallsSilentIsGivenUp() throws IOException {
    TrialRunner unused = runner(Duration.ZERO);
    WorkerSettings usual = FakeWorker.settings(1, Duration.ofMillis(200));
    WorkerSettings impatient =
        new WorkerSettings(1, usual.program(), usual.options(), Duration.ofSeconds(3));
    try (WorkerRunner runner = new WorkerRunner(plan, study.engine(), impatient)) {
      TrialReport report =
          runner.run(order("none"), doing(() -> signal("-STOP", runner.pids().get(0))));

      assertThat(report.status()).isEqualTo(Status.FAILED);
      assertThat(report.reason()).contains("it gave no sign of life for 3 s");
      assertThat(runner.pids()).isEmpty();
    }
  }

  private static void signal(String name, long pid) {
    try {
      assertThat(new ProcessBuilder("kill", name, "" + pid).start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void otherDataAreRefused() throws IOException {
    try (WorkerRunner runner = runner(Duration.ZERO)) {
      Files.writeString(folder.resolve("rows.csv"), Rehearsal.rows(80));

      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> runner.run(order("none"), new Follower()))
          .withMessageContaining("the data have changed");
    }
  }

  @Test
  void aWorkerThatDoesNotStartIsSaid() throws IOException {
    TrialRunner unused = runner(Duration.ZERO);
    WorkerSettings broken =
        new WorkerSettings(1, "org.hone.Nowhere", List.of(), Duration.ofSeconds(5));
    try (WorkerRunner runner = new WorkerRunner(plan, study.engine(), broken)) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> runner.run(order("none"), new Follower()))
          .withMessageContaining("no worker starts")
          .withMessageContaining("org.hone.Nowhere")
          .withMessageContaining("--workers 0");
    }
  }
}
