package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hone.agent.fake.ChildJvm;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.hone.worker.program.fake.Talker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own, and then Ctrl-C, or worse. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
class OptimizeInterruptTest {
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;
  private Searches searches;

  @BeforeEach
  void prepare() {
    searches = new Searches(folder);
  }

  private ChildJvm start(List<String> options, String... rules) throws Exception {
    List<String> words =
        searches.command(
            Searches.ONE, List.of(rules), "--trials", "5", "--storage", searches.storage());
    return ChildJvm.start(folder, options, Main.class.getName(), words.toArray(String[]::new));
  }

  private boolean programIsGone() throws Exception {
    long program = Talker.processes(searches.log()).get(0);
    return ProcessHandle.of(program).filter(ProcessHandle::isAlive).isEmpty();
  }

  @Test
  void stopsAndGoesOn() throws Exception {
    try (ChildJvm child = start(List.of(), "hang@2")) {
      assertThat(child.await("trial 1: ", 1)).as("%s", child.lines()).isTrue();

      child.interrupt();

      assertThat(child.exitCode()).as("%s", child.lines()).isEqualTo(TERMINATED);
      assertThat(child.lines())
          .contains("Stopped before the end; the same command goes on from here.")
          .noneMatch(line -> line.contains("Exception"));
    }
    assertThat(programIsGone()).isTrue();
    StudySnapshot stopped = searches.stored("line");
    assertThat(stopped.trials()).extracting(TrialRecord::state).doesNotContain(TrialState.RUNNING);
    assertThat(stopped.trials()).filteredOn(TrialRecord::isInterrupted).hasSizeLessThan(2);

    List<String> again = new ArrayList<>(List.of("--trials", "5", "--storage"));
    again.add(searches.storage());
    Cli more = searches.optimize(List.of(), again.toArray(String[]::new));

    assertThat(more.err()).contains("going on after 2 of 5 trials");
    assertThat(more.out()).contains("6 trials: 5 complete, 1 interrupted");
  }

  @Test
  void aProgramOutlivesNoHoneThatIsKilled() throws Exception {
    try (ChildJvm child = start(List.of(), "hang@9")) {
      assertThat(child.await("trial 1: ", 1)).as("%s", child.lines()).isTrue();
      child.kill();
    }
    while (!programIsGone()) {
      Thread.sleep(5);
    }
    assertThat(searches.stored("line").trials()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void loadsNothingThatComputesWithArrays() throws Exception {
    Path loaded = folder.resolve("classes.log");
    try (ChildJvm child = start(List.of("-Xlog:class+load:file=" + loaded))) {
      assertThat(child.exitCode()).as("%s", child.lines()).isZero();
    }
    assertThat(Files.readAllLines(loaded))
        .anyMatch(line -> line.contains(" org.hone.cli.OptimizeCommand "))
        .noneMatch(line -> line.contains(" org.nd4j.") || line.contains(" org.deeplearning4j."));
  }
}
