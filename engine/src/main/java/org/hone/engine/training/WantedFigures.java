package org.hone.engine.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Goal;
import org.hone.api.training.Meters;
import org.hone.api.training.TrainedModel;
import org.hone.engine.metrics.Cost;
import org.hone.engine.metrics.MedianTime;
import org.hone.engine.metrics.Metrics;

/**
 * What is measured of a finished training because its terms ask for it.
 *
 * @param seconds that the training took
 * @param batch rows at once where the time of predictions is taken
 */
record WantedFigures(
    Goal goal, Evaluator validation, TrainedModel model, double seconds, int batch) {

  /**
   * Adds the figures of these ids.
   *
   * @throws IllegalArgumentException if one is neither a fitting metric nor a cost
   */
  void measure(List<String> ids, Map<String, Double> figures) {
    ids.forEach(id -> figures.put(Meters.figure(id), measure(id)));
  }

  private double measure(String id) {
    Optional<Cost> cost =
        Arrays.stream(Cost.values()).filter(one -> one.id().equals(id)).findFirst();
    return cost.isPresent()
        ? measure(cost.get())
        : validation.measure(Metrics.named(id, goal), model);
  }

  private double measure(Cost cost) {
    return switch (cost) {
      case TRAINING_TIME -> seconds;
      case INFERENCE_TIME -> inferenceTime(batch);
      case ROW_INFERENCE_TIME -> inferenceTime(1);
      case PARAMETERS -> model.parameters();
      case MODEL_SIZE -> size();
    };
  }

  private double inferenceTime(int rows) {
    Inputs first = validation.first(rows);
    return MedianTime.seconds(() -> model.predict(first));
  }

  private long size() {
    try {
      Path file = Files.createTempFile("hone-model", ".zip");
      try {
        model.save(file);
        return Files.size(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the model's size cannot be measured: " + e.getMessage(), e);
    }
  }
}
