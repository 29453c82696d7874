package org.hone.agent.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Decision;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainedModel;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.network.GraphNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Pretends to train: the score follows from the recipe's {@link Gain}s and the seed alone.
 *
 * <pre>{@code
 * final score = 0.5 + sum of gains + noise * (a Gaussian draw from gains and seed)
 * after epoch e of n = final score * (e + 1) / (n + 1)
 * }</pre>
 *
 * The score of the test rows lies 0.01 below. Direction: larger is better.
 *
 * @param noise standard deviation over seeds
 * @param epoch how long an epoch takes
 */
public record GainEngine(double noise, Duration epoch) implements TrainingEngine {
  static final double BASE = 0.5;
  static final double TEST_LOSS = 0.01;

  /** With a little noise, in no time. */
  public GainEngine() {
    this(0.001, Duration.ZERO);
  }

  @Override
  public String name() {
    return "gain engine 1";
  }

  @Override
  public String device() {
    return "imagination";
  }

  @Override
  public Network generate(Architecture architecture, InputShape input, Goal goal, int outputs) {
    return GraphNetwork.generate(architecture, input, goal, outputs);
  }

  @Override
  public Network open(Path file, InputShape input, Goal goal, int outputs) {
    return GraphNetwork.open(file, input, goal, outputs);
  }

  @Override
  public TrainingResult train(Recipe recipe, Task task, Terms terms) {
    double score = score(recipe, terms.seed());
    Optional<FakeCheckpoint> checkpoint =
        terms.checkpointing().map(to -> new FakeCheckpoint(to.file(), score));
    int before = checkpoint.map(FakeCheckpoint::epochs).orElse(0);
    if (before > 0) {
      terms.note("goes on after epoch " + before);
    }
    for (int done = before + 1; done <= terms.epochs(); done++) {
      if (terms.stopRequested()) {
        return stopped(done - 1, "stopped on request");
      }
      pause();
      if (Double.isNaN(score)) {
        return TrainingResult.failed(done, "diverged in epoch " + done);
      }
      double now = score * (done + 1) / (terms.epochs() + 1);
      Map<String, Double> readings =
          Map.of(Meters.TRAIN_LOSS, 1 - now, Meters.VALIDATION_LOSS, 1 - now);
      if (terms.report(done, now, readings) == Decision.STOP) {
        return stopped(done, "stopped after epoch " + done);
      }
      int epochs = done;
      checkpoint.ifPresent(file -> file.write(epochs));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(Meters.VALIDATION_SCORE, score);
    terms.figures().forEach(id -> figures.put(Meters.figure(id), 1 - score));
    task.test().ifPresent(rows -> figures.put(Meters.TEST_SCORE, score - TEST_LOSS));
    return new TrainingResult(
        Status.COMPLETED,
        terms.epochs(),
        OptionalDouble.of(score),
        figures,
        Optional.of(new FakeModel(score)),
        Optional.empty());
  }

  /** The score of a recipe trained from a seed. */
  public double score(Recipe recipe, long seed) {
    List<Gain> found = Gain.in(recipe);
    double gains = found.stream().mapToDouble(Gain::amount).sum();
    return BASE
        + gains
        + noise * new RandomState(seed ^ found.toString().hashCode()).nextGaussian();
  }

  private static TrainingResult stopped(int epochs, String reason) {
    return new TrainingResult(
        Status.STOPPED,
        epochs,
        OptionalDouble.empty(),
        Map.of(),
        Optional.empty(),
        Optional.of(reason));
  }

  private void pause() {
    try {
      Thread.sleep(epoch.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A zip that holds the score.
   *
   * @param score on the validation rows
   */
  record FakeModel(double score) implements TrainedModel {
    private static final String ENTRY = "score.txt";

    @Override
    public long parameters() {
      return 0;
    }

    @Override
    public void save(Path file) throws IOException {
      try (OutputStream out = Files.newOutputStream(file);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(ENTRY));
        zip.write(String.valueOf(score).getBytes(StandardCharsets.UTF_8));
      }
    }

    @Override
    public INDArray predict(Inputs inputs) {
      throw new UnsupportedOperationException("it learnt nothing");
    }
  }

  /** The validation score of a saved model. */
  public static double savedScore(Path model) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      return Double.parseDouble(Files.readString(zip.getPath(FakeModel.ENTRY)));
    }
  }
}
