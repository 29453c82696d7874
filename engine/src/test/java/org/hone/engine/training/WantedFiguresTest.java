package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Decision;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingResult;
import org.hone.engine.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

class WantedFiguresTest {
  @TempDir private Path folder;

  private final Task task = SmallTasks.classification(Workbench.ENGINE);

  private record Wanting(List<String> figures) implements Terms {
    @Override
    public long seed() {
      return 1;
    }

    @Override
    public int epochs() {
      return 2;
    }

    @Override
    public Decision report(int epoch, double score, Map<String, Double> readings) {
      return Decision.CONTINUE;
    }
  }

  private TrainingResult train(String... figures) {
    return Workbench.ENGINE.train(
        Workbench.recipe(task, new Adam(0.01)), task, new Wanting(List.of(figures)));
  }

  private static double figure(TrainingResult result, String id) {
    return result.figures().get(Meters.figure(id));
  }

  @Test
  void costsAreMeasuredOfTheFinalModel() throws IOException {
    TrainingResult result =
        train("training-time", "inference-time", "row-inference-time", "parameters", "model-size");

    Path file = folder.resolve("model.zip");
    result.model().orElseThrow().save(file);
    assertThat(figure(result, "model-size")).isCloseTo(Files.size(file), within(64.0));
    assertThat(figure(result, "parameters")).isEqualTo(result.model().get().parameters());
    assertThat(figure(result, "training-time")).isBetween(1e-6, 600.0);
    assertThat(figure(result, "inference-time")).isBetween(1e-9, 60.0);
    assertThat(figure(result, "row-inference-time")).isBetween(1e-9, 60.0);
  }

  @Test
  void furtherMetricsAreOfTheValidationRows() {
    TrainingResult result = train("log-loss", "confidence");

    INDArray predictions = result.model().orElseThrow().predict(task.validation().inputs());
    assertThat(figure(result, "log-loss"))
        .isEqualTo(
            Metrics.named("log-loss").compute(predictions, task.validation().labels()),
            within(1e-6));
    assertThat(figure(result, "confidence")).isBetween(0.0, 1.0);
    assertThat(result.figures()).doesNotContainKey(Meters.figure("model-size"));
  }

  @Test
  void whatNobodyKnowsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train("rmse"))
        .withMessageStartingWith("no metric 'rmse' of CLASSIFICATION; known: accuracy");
  }
}
