package org.hone.config;

/**
 * How the baseline is trained, and every trial as far as no technique changes it.
 *
 * @param epochs at least 1
 * @param batchSize rows of one step, at least 1
 * @param learningRate of Adam, positive
 */
public record TrainingSettings(int epochs, int batchSize, double learningRate) {
  public TrainingSettings {
    if (epochs < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "a training needs epochs >= 1 and batch size >= 1, but epochs=%d, batch size=%d"
              .formatted(epochs, batchSize));
    }
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new IllegalArgumentException(
          "a learning rate is positive and finite, but is " + learningRate);
    }
  }
}
