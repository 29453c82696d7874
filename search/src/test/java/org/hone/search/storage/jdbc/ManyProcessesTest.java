package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hone.search.storage.Storage;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several JVMs on one study. */
class ManyProcessesTest {
  @TempDir private Path folder;
  private final List<WorkerProcess> started = new ArrayList<>();

  @AfterEach
  void leaveNoneBehind() throws InterruptedException {
    for (WorkerProcess worker : started) {
      worker.kill();
    }
  }

  private List<WorkerProcess> start(int processes, String address, int trials) throws IOException {
    List<WorkerProcess> workers = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      WorkerProcess worker = WorkerProcess.start(folder, address, trials);
      workers.add(worker);
      started.add(worker);
    }
    return workers;
  }

  private static StudySnapshot snapshot(String address) {
    try (Storage storage = Storages.open(address)) {
      return storage.snapshot(storage.findStudy(WorkerProcess.STUDY).orElseThrow());
    }
  }

  private static void assertNumbered(StudySnapshot snapshot, int trials) {
    assertThat(snapshot.trials())
        .extracting(TrialRecord::number)
        .containsExactlyElementsOf(IntStream.range(0, trials).boxed().toList());
  }

  private void assertNothingLost(String address, int processes, int trials)
      throws IOException, InterruptedException {
    List<WorkerProcess> workers = start(processes, address, trials);
    for (WorkerProcess worker : workers) {
      worker.join();
    }
    StudySnapshot snapshot = snapshot(address);
    assertNumbered(snapshot, processes * trials);
    assertThat(snapshot.in(TrialState.COMPLETE)).hasSize(processes * trials);
    Set<Integer> numbers = new TreeSet<>();
    for (WorkerProcess worker : workers) {
      assertThat(worker.finished()).hasSize(trials);
      worker.finished().keySet().forEach(number -> assertThat(numbers.add(number)).isTrue());
      worker.assertKept(snapshot);
    }
  }

  @Test
  void loseNothingInOneSqliteFile() throws IOException, InterruptedException {
    assertNothingLost(folder.resolve("studies.db").toString(), 8, 100);
  }

  @Test
  void loseNothingInOnePostgresDatabase() throws IOException, InterruptedException {
    assertNothingLost(PostgresServer.newAddress(), 3, 50);
  }

  /** Three of four are killed, each when it has finished some trials; the last one goes on. */
  @Test
  void surviveOneAnothersDeathSeed1() throws IOException, InterruptedException {
    Path file = folder.resolve("studies.db");
    Random random = new Random(1);
    List<WorkerProcess> doomed = start(3, file.toString(), 1_000_000);
    WorkerProcess survivor = start(1, file.toString(), 200).get(0);
    for (WorkerProcess worker : doomed) {
      int enough = 10 + random.nextInt(60);
      while (worker.finished().size() < enough && worker.isAlive()) {
        Thread.sleep(random.nextInt(5));
      }
      assertThat(worker.isAlive()).as(worker.complaints()).isTrue();
      worker.kill();
    }
    survivor.join();
    StudySnapshot snapshot = snapshot(file.toString());
    assertNumbered(snapshot, snapshot.trials().size());
    assertThat(survivor.finished()).hasSize(200);
    survivor.assertKept(snapshot);
    doomed.forEach(worker -> worker.assertKept(snapshot));
    assertThat(snapshot.in(TrialState.RUNNING).count()).isLessThanOrEqualTo(2L * doomed.size());
    SqliteFiles.assertWhole(file);
  }
}
