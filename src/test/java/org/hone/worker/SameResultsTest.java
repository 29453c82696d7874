package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hone.agent.Environment;
import org.hone.agent.RunFolder;
import org.hone.agent.TrialRunner;
import org.hone.agent.Tuner;
import org.hone.agent.TuningPlan;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Watch;
import org.hone.engine.Dl4jEngine;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.hone.worker.fake.FakeWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole study of real trainings, in no worker, in one and in two. */
class SameResultsTest {
  private static final String STUDY =
      """
      study: {trials: 6, sampler: random, pruner: nop}
      data: {file: rows.csv, label: kind}
      network: {mlp: [8, 8]}
      training: {epochs: 4, batch-size: 16}
      techniques: {dropout: search, ema: search, cosine: search}
      confirmation: {seeds: 2}
      """;

  @TempDir Path folder;

  private TuningPlan plan(String output) throws IOException {
    Files.writeString(folder.resolve("rows.csv"), Rehearsal.rows(90));
    Path file = Files.writeString(folder.resolve("study.yaml"), STUDY);
    Environment environment = Environment.discover();
    return TuningPlan.of(
        environment.study(Optional.of(file), List.of("output=" + folder.resolve(output))),
        new Dl4jEngine(),
        environment.techniques());
  }

  private static List<String> tune(TuningPlan plan, TrialRunner runner) throws IOException {
    try (RunFolder held = RunFolder.hold(plan.file().output())) {
      Watch watch = new Watch();
      new Tuner(plan, runner, watch, watch, Rehearsal.CLOCK).tune(held, "hone tune");
    }
    try (Storage storage = JdbcStorage.open(RunFolder.database(plan.file().output()))) {
      return storage.studyNames().stream()
          .flatMap(
              name -> storage.snapshot(storage.findStudy(name).orElseThrow()).trials().stream())
          .map(SameResultsTest::text)
          .sorted()
          .toList();
    }
  }

  /** To the last digit; confirmations are numbered as they come. */
  private static String text(TrialRecord trial) {
    assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
    return "%s %s %s".formatted(trial.parameters(), trial.values(), trial.intermediate());
  }

  private List<String> inWorkers(int count) throws IOException {
    TuningPlan plan = plan("out-" + count);
    WorkerSettings fake = FakeWorker.settings(count, Duration.ZERO);
    WorkerSettings real =
        new WorkerSettings(count, WorkerMain.class.getName(), fake.options(), fake.silence());
    try (WorkerRunner runner = new WorkerRunner(plan, new Dl4jEngine(), real)) {
      return tune(plan, runner);
    }
  }

  @Test
  void trialsAreTheSameToTheBitWhateverTheNumberOfWorkers() throws IOException {
    TuningPlan plan = plan("out-0");
    List<String> expected =
        tune(plan, new InProcessRunner(new Dl4jEngine(), plan.source(), plan.assembly()));

    assertThat(expected).hasSize(10).doesNotHaveDuplicates();
    assertThat(inWorkers(1)).isEqualTo(expected);
    assertThat(inWorkers(2)).isEqualTo(expected);
  }
}
