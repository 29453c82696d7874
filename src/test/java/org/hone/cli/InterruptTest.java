package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hone.agent.RunFolder;
import org.hone.agent.fake.ChildJvm;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own, where digits look different, and then Ctrl-C. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
class InterruptTest {
  private static final int TERMINATED = 128 + 15;
  private static final int INTERRUPTED = 128 + 2;

  @TempDir Path folder;

  @Test
  void storesAndReportsBeforeItEnds() throws Exception {
    String study = new Tables(folder).study("kind", Tables.flowers());
    List<String> arabic =
        List.of(
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Duser.variant=",
            "-Duser.extensions=u-nu-arab");
    try (ChildJvm child =
        ChildJvm.start(
            folder, arabic, Main.class.getName(), "tune", study, "--set", "study.trials=100000")) {
      assertThat(child.await("trial 2: accuracy 0.", 1)).as("%s", child.lines()).isTrue();

      child.interrupt();

      assertThat(child.exitCode()).as("%s", child.lines()).isEqualTo(TERMINATED);
      assertThat(child.lines())
          .contains("Stopped before the end; the same command goes on from here.")
          .noneMatch(line -> line.contains("Exception"));
    }
    StudySnapshot stored = stored();
    assertThat(stored.trials()).hasSizeGreaterThan(2);
    assertThat(stored.in(TrialState.RUNNING)).as("goes on another time").hasSizeLessThan(2);
    assertThat(stored.trials()).noneMatch(TrialRecord::isInterrupted);
    assertThat(folder.resolve("out/report.html")).exists();
  }

  /** A tuning that does not end by itself. */
  private ChildJvm tuning(int workers) throws IOException {
    String study = new Tables(folder).study("kind", Tables.flowers());
    return ChildJvm.start(
        folder,
        List.of(),
        Main.class.getName(),
        "tune",
        study,
        "--workers",
        String.valueOf(workers),
        "--set",
        "study.trials=100000");
  }

  @Test
  void ctrlCStopsAndStoresAndItsWorkersLeave() throws Exception {
    try (ChildJvm child = tuning(2)) {
      assertThat(child.await("trial ", 3)).as("%s", child.lines()).isTrue();
      List<ProcessHandle> workers = child.descendants();
      assertThat(workers).hasSize(2);

      child.pressControlC();

      assertThat(child.exitCode()).as("%s", child.lines()).isEqualTo(INTERRUPTED);
      assertThat(child.lines())
          .contains("Stopped before the end; the same command goes on from here.")
          .noneMatch(line -> line.contains("Exception"));
      for (ProcessHandle worker : workers) {
        worker.onExit().get(10, TimeUnit.SECONDS);
      }
    }
    assertThat(stored().in(TrialState.RUNNING)).as("go on another time").hasSizeLessThan(3);
    assertThat(stored().in(TrialState.FAIL)).isEmpty();
  }

  @Test
  void theSecondCtrlCKills() throws Exception {
    try (ChildJvm child = ChildJvm.start(folder, List.of(), Patient.class.getName())) {
      assertThat(child.await("ready", 1)).isTrue();
      child.pressControlC();
      assertThat(child.await("stopping", 1)).isTrue();
      child.pressControlC();

      assertThat(child.exitCode()).isEqualTo(StopSignal.KILLED);
    }
  }

  @Test
  void workersLeaveWhenTheirParentIsKilled() throws Exception {
    try (ChildJvm child = tuning(1)) {
      assertThat(child.await("trial ", 1)).as("%s", child.lines()).isTrue();
      List<ProcessHandle> workers = child.descendants();
      assertThat(workers).hasSize(1);

      child.kill();

      workers.get(0).onExit().get(10, TimeUnit.SECONDS);
    }
  }

  private StudySnapshot stored() {
    try (Storage storage = JdbcStorage.open(RunFolder.database(folder.resolve("out")))) {
      return storage.snapshot(storage.findStudy("small").orElseThrow());
    }
  }
}
