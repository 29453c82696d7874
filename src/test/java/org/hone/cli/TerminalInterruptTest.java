package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.hone.agent.RunFolder;
import org.hone.agent.fake.ChildJvm;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C at a terminal, where a bar is drawn, and all processes of the terminal are told. */
class TerminalInterruptTest {
  private static final int INTERRUPTED = 128 + 2;
  private static final String STOPPED =
      "Stopped before the end; the same command goes on from here.";

  @TempDir Path folder;

  @BeforeEach
  void needsTerminals() throws InterruptedException {
    assumeTrue(ChildJvm.hasTerminals());
  }

  @Test
  void stopsStoresAndReports() throws Exception {
    String study = new Tables(folder).study("kind", Tables.flowers());
    try (ChildJvm child =
        ChildJvm.startAtTerminal(
            folder,
            Main.class.getName(),
            "tune",
            study,
            "--workers",
            "1",
            "--set",
            "study.trials=100000")) {
      boolean some = child.await(line -> line.matches("search.* ([2-9]|\\d\\d+)/100000 .*"), 1);
      assertThat(some).as("%s", child.lines()).isTrue();

      child.typeControlC();

      assertThat(child.exitCode()).as("%s", child.lines()).isEqualTo(INTERRUPTED);
      assertThat(child.lines()).contains(STOPPED).noneMatch(line -> line.contains("Exception"));
    }
    assertThat(folder.resolve("out/report.html")).exists();
    try (Storage storage = JdbcStorage.open(RunFolder.database(folder.resolve("out")))) {
      StudySnapshot stored = storage.snapshot(storage.findStudy("small").orElseThrow());
      assertThat(stored.in(TrialState.COMPLETE)).isNotEmpty();
      assertThat(stored.in(TrialState.FAIL)).isEmpty();
    }
  }

  @Test
  void theSecondOneKills() throws Exception {
    try (ChildJvm child = ChildJvm.startAtTerminal(folder, Patient.class.getName())) {
      assertThat(child.await(line -> line.contains("search "), 1)).as("the bar").isTrue();
      child.typeControlC();
      assertThat(child.await(line -> line.contains("stopping"), 1)).isTrue();
      child.typeControlC();

      assertThat(child.exitCode()).isEqualTo(StopSignal.KILLED);
    }
  }

  @Test
  void stopsAnotherProgram() throws Exception {
    Searches searches = new Searches(folder);
    List<String> words =
        searches.command(
            Searches.ONE, List.of("hang@2"), "--trials", "5", "--storage", searches.storage());
    try (ChildJvm child =
        ChildJvm.startAtTerminal(folder, Main.class.getName(), words.toArray(String[]::new))) {
      assertThat(child.await(line -> line.contains(" 2/5 "), 1)).as("%s", child.lines()).isTrue();

      child.typeControlC();

      assertThat(child.exitCode()).as("%s", child.lines()).isEqualTo(INTERRUPTED);
      assertThat(child.lines()).contains(STOPPED).noneMatch(line -> line.contains("Exception"));
    }
  }
}
