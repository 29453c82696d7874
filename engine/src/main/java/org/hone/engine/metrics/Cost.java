package org.hone.engine.metrics;

import java.util.Locale;
import org.hone.search.space.Direction;

/**
 * What a training and its model cost. Less is better; of times only those of the same machine under
 * the same load compare.
 */
public enum Cost {
  /** From the first weights to the last, evaluations included. */
  TRAINING_TIME("s"),
  /** Median time of the prediction for a batch of the recipe's size, after warm-up. */
  INFERENCE_TIME("s"),
  /** Median time of the prediction for one row, after warm-up. */
  ROW_INFERENCE_TIME("s"),
  /** How many numbers were trained. */
  PARAMETERS("1"),
  /** Of the saved model. */
  MODEL_SIZE("bytes");

  private final String unit;

  Cost(String unit) {
    this.unit = unit;
  }

  /** Kebab-case, as in study files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code s}, {@code bytes}, or {@code 1} for a count. */
  public String unit() {
    return unit;
  }

  /** Always the same. */
  public Direction direction() {
    return Direction.MINIMIZE;
  }
}
