package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hone.search.storage.Storage;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a JVM in the middle of a study, again and again. */
class CrashTest {
  private static final int ROUNDS = 4;

  @TempDir private Path folder;

  private WorkerProcess runAndKill(Path file, Random random)
      throws IOException, InterruptedException {
    WorkerProcess victim = WorkerProcess.start(folder, file.toString(), 1_000_000);
    int enough = 5 + random.nextInt(40);
    while (victim.finished().size() < enough && victim.isAlive()) {
      Thread.sleep(random.nextInt(5));
    }
    boolean alive = victim.isAlive();
    victim.kill();
    assertThat(alive).isTrue();
    return victim;
  }

  @Test
  void losesNothingThatWasFinishedSeed1() throws IOException, InterruptedException {
    Path file = folder.resolve("studies.db");
    Random random = new Random(1);
    List<WorkerProcess> victims = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      victims.add(runAndKill(file, random));
      try (Storage storage = JdbcStorage.open(file)) {
        StudySnapshot before =
            storage.snapshot(storage.findStudy(WorkerProcess.STUDY).orElseThrow());
        victims.forEach(victim -> victim.assertKept(before));
        assertThat(WorkerProcess.study(storage).recoverInterrupted())
            .containsExactlyElementsOf(
                before.in(TrialState.RUNNING).map(TrialRecord::number).toList());
        assertThat(WorkerProcess.study(storage).snapshot().in(TrialState.RUNNING)).isEmpty();
      }
      SqliteFiles.assertWhole(file);
    }
  }
}
