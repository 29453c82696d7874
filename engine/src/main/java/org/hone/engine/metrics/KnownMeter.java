package org.hone.engine.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.hone.api.training.Meters;

/** The meters of a training with their units and tags; {@code src/site/metrics.md} lists them. */
public enum KnownMeter {
  TRAIN_LOSS(Meters.TRAIN_LOSS, "1", "mean loss of the epoch's batches, without penalties"),
  VALIDATION_LOSS(
      Meters.VALIDATION_LOSS, "1", "cross-entropy, or mean squared error of the scaled target"),
  VALIDATION_SCORE(Meters.VALIDATION_SCORE, "the metric's", "the objective on validation rows"),
  TEST_SCORE(
      Meters.TEST_SCORE, "the metric's", "the objective on test rows, of final weights; a figure"),
  LEARNING_RATE(Meters.LEARNING_RATE, "1", "learning rate of the epoch's last step"),
  GRADIENT_NORM(
      Meters.GRADIENT_NORM,
      "1",
      "mean Euclidean norm of the gradient before any stage; of the epoch's passes 1, 51, 101 and"
          + " so on"),
  UPDATE_RATIO(
      Meters.UPDATE_RATIO, "1", "norm of the epoch's last update over the norm of the weights"),
  LAYER_WEIGHT_NORM(
      Meters.LAYER_WEIGHT_NORM,
      "1",
      "norm of a layer's weights; after 2000 steps and ten epochs or more each, and in the last"
          + " epoch"),
  LAYER_UPDATE_RATIO(
      Meters.LAYER_UPDATE_RATIO,
      "1",
      "norm of the last update over that of the weights, of a layer; in the same epochs"),
  LAYER_DEAD_SHARE(
      Meters.LAYER_DEAD_SHARE,
      "1",
      "share of a layer's units that are zero for all of 64 validation rows; in the same epochs"),
  STEP_SECONDS(Meters.STEP_SECONDS, "s", "mean time of a step"),
  ROWS_PER_SECOND(Meters.ROWS_PER_SECOND, "rows/s", "training rows per second of steps"),
  SKIPPED_STEPS(Meters.SKIPPED_STEPS, "steps", "steps without an update, since the training began"),
  LOSS_SCALE(Meters.LOSS_SCALE, "1", "factor of the loss where the precision is narrow"),
  MEMORY_BYTES(Meters.MEMORY_BYTES, "bytes", "resident memory of the process");

  private static final String OF_LAYER = "hone.step.layer.";

  private final String meter;
  private final String unit;
  private final String meaning;

  KnownMeter(String meter, String unit, String meaning) {
    this.meter = meter;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** The meter of this name; empty for one that a technique adds. */
  static Optional<KnownMeter> find(String name) {
    return Arrays.stream(values()).filter(known -> known.meter.equals(name)).findFirst();
  }

  /** Its name. */
  public String meter() {
    return meter;
  }

  /** Its unit; 1 for what has none. */
  public String unit() {
    return unit;
  }

  /** A row of a table in Markdown: name, unit, tags, meaning. */
  public String row() {
    String tags = meter.startsWith(OF_LAYER) ? "layer" : "";
    return "| %s | %s | %s | %s |".formatted(meter, unit, tags, meaning);
  }
}
