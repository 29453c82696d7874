package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.agent.SharedSplits;
import org.hone.agent.TaskSource;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.agent.TuningPlan;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.training.Decision;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.data.Prepared;
import org.hone.worker.fake.FakeWorker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers read data once, or not at all. */
class SharedDataTest {
  @TempDir Path folder;
  private Rehearsal study;
  private TuningPlan plan;

  @BeforeEach
  void prepare() throws IOException {
    study = FakeWorker.study(folder);
    plan = study.plan();
  }

  private TrialOrder order(long developmentSeed) {
    return new TrialOrder(
        plan.assembly().baseline(), 7, developmentSeed, true, Optional.empty(), Optional.empty());
  }

  private WorkerRunner runner(long shareFrom) {
    WorkerSettings settings = FakeWorker.settings(1, Duration.ZERO);
    return new WorkerRunner(
        plan,
        study.engine(),
        settings,
        new WorkerCommand(settings),
        new Sharing(plan, 1, shareFrom));
  }

  /** Whoever reads the data now comes to nothing. */
  private void spoilData() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), "of no use");
  }

  private List<Path> shared() throws IOException {
    Path shared = study.output().resolve("shared");
    if (!Files.exists(shared)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(shared)) {
      return files.toList();
    }
  }

  /** Writes down what the user is told. */
  private static final class Notes implements TrialRunner.Observer {
    private final List<String> lines = new ArrayList<>();

    @Override
    public Decision epoch(int epoch, double score, Map<String, Double> readings) {
      return Decision.CONTINUE;
    }

    @Override
    public void note(String line) {
      lines.add(line);
    }

    @Override
    public boolean stopRequested() {
      return false;
    }
  }

  @Test
  void aWorkerReadsSmallDataOnceWhateverTheNumberOfItsTrials() throws IOException {
    try (WorkerRunner runner = runner(Long.MAX_VALUE)) {
      assertThat(runner.run(order(1), new Notes()).status()).isEqualTo(Status.COMPLETED);
      spoilData();

      assertThat(runner.run(order(1), new Notes()).status()).isEqualTo(Status.COMPLETED);
      assertThat(runner.run(order(2), new Notes()).status())
          .as("other splits")
          .isEqualTo(Status.COMPLETED);
      assertThat(shared()).isEmpty();
    }
  }

  @Test
  void aWorkerReadsLargeDataNotAtAll() throws IOException {
    TrialReport expected =
        new InProcessRunner(study.engine(), plan.source(), plan.assembly())
            .run(order(3), new Notes());
    spoilData();
    Notes notes = new Notes();
    try (WorkerRunner runner = runner(1)) {
      assertThat(runner.run(order(3), notes)).isEqualTo(expected);
      assertThat(shared()).hasSize(2);
      for (long seed = 4; seed < 10; seed++) {
        assertThat(runner.run(order(seed), notes).status()).isEqualTo(Status.COMPLETED);
        assertThat(shared()).as("room for few").hasSizeLessThanOrEqualTo(2);
      }
    }

    assertThat(notes.lines).isEmpty();
    assertThat(study.output().resolve("shared")).doesNotExist();
  }

  @Test
  void whatCannotBeSharedIsReadByEachWorkerAndSaid() throws IOException {
    Files.createDirectories(study.output());
    Files.writeString(study.output().resolve("shared"), "a file in the way");
    Notes notes = new Notes();
    try (WorkerRunner runner = runner(1)) {
      assertThat(runner.run(order(1), notes).status()).isEqualTo(Status.COMPLETED);
      assertThat(runner.run(order(2), notes).status()).isEqualTo(Status.COMPLETED);
    }

    assertThat(notes.lines).hasSize(1);
    assertThat(notes.lines.get(0))
        .startsWith("the rows cannot be shared between workers (")
        .endsWith("); each reads them itself");
  }

  @Test
  void aSplitThatIsNotSharedIsReadFromTheData() throws IOException {
    String hash = plan.source().dataHash();
    SharedSplits none = SharedSplits.in(study.output(), hash);

    TaskSource reading = new TaskSource(plan.file(), new GainEngine(), Optional.of(none));

    Prepared expected = plan.source().split(5);
    assertThat(reading.dataHash()).isEqualTo(hash);
    assertThat(reading.split(5).training()).isEqualTo(expected.training());
    assertThat(reading.describe(reading.split(5))).isEqualTo(plan.source().describe(expected));
  }

  @Test
  void aSourceOfSharedSplitsIsTheSame() throws IOException {
    SharedSplits splits = SharedSplits.in(study.output(), plan.source().dataHash());
    long seed = plan.source().developmentSeed();
    Prepared expected = plan.source().split(seed);
    splits.file(plan.file().data(), plan.source().plan(seed, 0)).write(expected);
    spoilData();

    TaskSource mapping = new TaskSource(plan.file(), new GainEngine(), Optional.of(splits));

    assertThat(mapping.split(seed).training()).isEqualTo(expected.training());
    assertThat(mapping.split(seed).preprocessing()).isEqualTo(expected.preprocessing());
    assertThat(mapping.describe(expected)).isEqualTo(plan.source().describe(expected));
    assertThat(mapping.metric().id()).isEqualTo(plan.source().metric().id());
  }
}
