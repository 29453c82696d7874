package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.StoppingRule;
import org.hone.api.recipe.Update;
import org.hone.api.recipe.WeightRule;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Checkpointing;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** A training that was cut off goes on from its checkpoint and ends as if nothing had happened. */
class CheckpointTest {
  private static final int EPOCHS = 8;
  private static final int STEPS_PER_EPOCH = 3;
  private static final List<String> TIMED =
      List.of(Meters.STEP_SECONDS, Meters.ROWS_PER_SECOND, Meters.MEMORY_BYTES);

  @TempDir Path folder;

  /** Goes back to the best weights. */
  private record Patience() implements StoppingRule {
    @Override
    public boolean shouldStop(Progress now) {
      return false;
    }

    @Override
    public boolean restoresBest() {
      return true;
    }
  }

  /** An exponential moving average, kept as a technique should. */
  private record Average(Run run) implements WeightRule {
    private INDArray average() {
      return run.state("test.average", run.weights().length());
    }

    @Override
    public void afterUpdate() {
      average().muli(0.9).addi(run.weights().mul(0.1));
    }

    @Override
    public Optional<INDArray> evaluationWeights() {
      return Optional.of(average());
    }

    @Override
    public List<INDArray> members() {
      return List.of(run.state("test.member", run.weights().length()).assign(average()));
    }
  }

  /** Every fifth step of the training is skipped, as dynamic loss scaling does. */
  private static final class Skips implements GradientStage {
    @Override
    public Position position() {
      return Position.LOSS_SCALING;
    }

    @Override
    public GradientStep around(GradientStep inner, Run run) {
      return batch -> {
        INDArray count = run.state("test.steps", 1).addi(1);
        inner.compute(batch);
        return count.getDouble(0) % 5 == 0 ? GradientStep.Outcome.SKIP : GradientStep.Outcome.APPLY;
      };
    }
  }

  private static Layer withDropout(Layer layer) {
    if (layer instanceof DenseLayer dense) {
      DenseLayer other = (DenseLayer) dense.clone();
      other.setIDropout(new Dropout(0.7));
      return other;
    }
    return layer;
  }

  private static Batch noisy(Batch batch, Run run) {
    INDArray noise = Nd4j.zeros(batch.features().shape());
    for (long i = 0; i < noise.length(); i++) {
      noise.putScalar(i, 0.1 * run.random().nextGaussian());
    }
    return batch.withFeatures(batch.features().add(noise));
  }

  /**
   * Dropout, batch norm, input noise, a moving average, a schedule, skipped steps, best weights.
   */
  private static Recipe recipe(Task task, IUpdater updater) {
    return Recipe.of(
            Feed.shuffled(8).withBatches(CheckpointTest::noisy),
            Workbench.normalized(
                task.network().mapLayers(site -> site.isHidden(), CheckpointTest::withDropout)),
            Update.of(updater)
                .withSchedule(now -> Rates.of(0.5 + 0.5 * Math.cos(Math.PI * now.fraction())))
                .withStage(new Skips()))
        .withWeights(Average::new)
        .withStopping(new Patience());
  }

  private static Stream<IUpdater> updaters() {
    return Stream.of(
        new Adam(0.01),
        new Nesterovs(0.05, 0.9),
        new Sgd(0.1),
        new AMSGrad.Builder().build(),
        PeakScaled.at(0.05));
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void goesOnBitForBit(IUpdater updater) {
    Task task = SmallTasks.tested(SmallTasks.classification(Workbench.ENGINE));
    compare(task, recipe(task, updater));
  }

  @Test
  void goesOnBitForBitWithConvolutions() {
    Task task = SmallTasks.images(Workbench.ENGINE);
    compare(task, recipe(task, new Adam(0.01)));
  }

  private void compare(Task task, Recipe recipe) {
    RecordedTerms whole = RecordedTerms.of(5, EPOCHS);
    TrainingResult expected = Workbench.ENGINE.train(recipe, task, whole);
    Path file = folder.resolve("deeper/a.checkpoint");

    RecordedTerms first =
        RecordedTerms.of(5, EPOCHS)
            .withCheckpoint(file)
            .requestingStopAtLook(4 * STEPS_PER_EPOCH + 2);
    TrainingResult cut = Workbench.ENGINE.train(recipe, task, first);
    // whatever else this thread does in between leaves no trace
    Nd4j.getRandom().setSeed(99);
    RecordedTerms second =
        RecordedTerms.of(5, EPOCHS)
            .withCheckpoint(file)
            .requestingStopAtLook(2 * STEPS_PER_EPOCH + 3);
    Workbench.ENGINE.train(recipe, task, second);
    RecordedTerms third = RecordedTerms.of(5, EPOCHS).withCheckpoint(file);
    TrainingResult result = Workbench.ENGINE.train(recipe, task, third);

    assertThat(cut.status()).isEqualTo(Status.STOPPED);
    assertThat(first.notes()).isEmpty();
    assertThat(second.notes()).containsExactly("goes on after epoch 4");
    assertThat(third.notes()).containsExactly("goes on after epoch 6");
    assertThat(third.reports()).extracting(RecordedTerms.Report::epoch).containsExactly(7, 8);
    assertThat(Stream.of(first, second, third).flatMap(one -> results(one).stream()))
        .isEqualTo(results(whole));
    assertThat(result.score()).isEqualTo(expected.score());
    assertThat(result.figures()).isEqualTo(expected.figures());
    assertThat(predictions(result, task)).isEqualTo(predictions(expected, task));
  }

  /** What was reported, without what a clock says. */
  private static List<RecordedTerms.Report> results(RecordedTerms terms) {
    return terms.reports().stream()
        .map(
            report -> {
              Map<String, Double> readings = new TreeMap<>(report.readings());
              readings.keySet().removeAll(TIMED);
              return new RecordedTerms.Report(report.epoch(), report.score(), readings);
            })
        .toList();
  }

  private static INDArray predictions(TrainingResult result, Task task) {
    TrainedModel model = result.model().orElseThrow();
    return model.predict(task.validation().features());
  }

  private Path cutOff(Task task, Recipe recipe) {
    Path file = folder.resolve("a.checkpoint");
    Workbench.ENGINE.train(
        recipe, task, RecordedTerms.of(5, EPOCHS).withCheckpoint(file).stoppingAfter(4));
    assertThat(file).isRegularFile();
    return file;
  }

  @Test
  void anotherTrainingBeginsFromItsBeginning() {
    Task task = SmallTasks.classification(Workbench.ENGINE);
    Path file = cutOff(task, recipe(task, new Adam(0.01)));
    RecordedTerms otherSeed = RecordedTerms.of(6, EPOCHS).withCheckpoint(file);

    TrainingResult result = Workbench.ENGINE.train(recipe(task, new Adam(0.01)), task, otherSeed);

    assertThat(otherSeed.notes())
        .containsExactly("checkpoint not used, since it belongs to another training");
    assertThat(otherSeed.reports()).hasSize(EPOCHS);
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void aDamagedFileIsNotUsed() throws IOException {
    Task task = SmallTasks.classification(Workbench.ENGINE);
    Recipe recipe = recipe(task, new Adam(0.01));
    Path file = cutOff(task, recipe);
    byte[] whole = Files.readAllBytes(file);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    byte[] other = whole.clone();
    other[2] ^= 1;
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

    assertThat(notes(task, recipe, flipped)).containsExactly("it is damaged");
    assertThat(notes(task, recipe, half)).containsExactly("it is damaged");
    assertThat(notes(task, recipe, new byte[0])).containsExactly("it is damaged");
    assertThat(notes(task, recipe, new byte[] {0, 40, 1})).containsExactly("it is damaged");
    assertThat(notes(task, recipe, other)).containsExactly("another version of Hone wrote it");
  }

  private List<String> notes(Task task, Recipe recipe, byte[] contents) throws IOException {
    Path file = Files.write(folder.resolve("bad.checkpoint"), contents);
    RecordedTerms terms = RecordedTerms.of(5, EPOCHS).withCheckpoint(file);
    Workbench.ENGINE.train(recipe, task, terms);
    assertThat(terms.reports()).hasSize(EPOCHS);
    return terms.notes().stream()
        .map(note -> note.replace("checkpoint not used, since ", ""))
        .toList();
  }

  @Test
  void aTrainingGoesOnWithoutCheckpointsThatCannotBeWritten() throws IOException {
    Task task = SmallTasks.classification(Workbench.ENGINE);
    Recipe recipe = recipe(task, new Adam(0.01));
    Path file = folder.resolve("a.checkpoint");
    Files.createDirectories(folder.resolve("a.checkpoint/not-empty"));
    RecordedTerms terms = RecordedTerms.of(5, EPOCHS).withCheckpoint(file);

    TrainingResult result = Workbench.ENGINE.train(recipe, task, terms);

    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(terms.notes()).hasSize(1);
    assertThat(terms.notes().get(0)).startsWith("the training goes on without checkpoints: ");
    assertThat(folder.resolve("a.checkpoint.next")).as("nothing is left behind").doesNotExist();
  }

  @Test
  void aFullDiskLeavesTheLastCheckpoint() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
    Path file = Files.writeString(folder.resolve("a.checkpoint"), "the last one");
    Files.createSymbolicLink(folder.resolve("a.checkpoint.next"), full);

    org.assertj.core.api.Assertions.assertThatIOException()
        .isThrownBy(() -> new CheckpointFile(file, "x").write(List.of(new BestWeights())))
        .withMessageContaining("No space left");
    assertThat(file).hasContent("the last one");
  }

  @Test
  void checkpointsCostNoMoreThanTheirShareOfTheTime() {
    AtomicLong now = new AtomicLong();
    AtomicLong written = new AtomicLong();
    Resumable slow =
        new Resumable() {
          @Override
          public void save(java.io.DataOutput out) {
            written.incrementAndGet();
            now.addAndGet(100_000_000);
          }

          @Override
          public void restore(java.io.DataInput in) {}
        };
    Checkpoints checkpoints =
        new Checkpoints(
            Checkpointing.to(folder.resolve("a")), "x", List.of(slow), note -> {}, now::get);
    for (int epoch = 0; epoch < 1000; epoch++) {
      now.addAndGet(100_000_000);
      checkpoints.epochEnded();
    }
    assertThat(written.get()).isBetween(15L, 20L);
  }

  @Test
  void theTimeOfATrainingIsThatOfItsParts() throws IOException {
    AtomicLong now = new AtomicLong();
    Stopwatch first = new Stopwatch(now::get);
    now.set(700);
    CheckpointFile file = new CheckpointFile(folder.resolve("a"), "x");
    file.write(List.of(first));
    now.set(5000);
    Stopwatch second = new Stopwatch(now::get);
    now.set(5010);
    file.read(List.of(second));
    now.set(5020);
    assertThat(second.time()).hasNanos(710);
  }

  @Test
  void aShareIsPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checkpointing(folder, 0))
        .withMessage("share of time is more than 0, but is 0.0");
  }
}
