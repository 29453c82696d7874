package org.hone.api.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows with their answers, encoded as numbers but not scaled.
 *
 * @param features [rows, columns], or [rows, channels, height, width]
 * @param labels [rows, classes] one-hot, or [rows, targets] in the units of the data
 */
public record Examples(INDArray features, INDArray labels) {
  public Examples {
    if (features.size(0) != labels.size(0)) {
      throw new IllegalArgumentException(
          "there are as many feature rows as label rows, but %d and %d"
              .formatted(features.size(0), labels.size(0)));
    }
  }

  /** The number of rows. */
  public int rows() {
    return Math.toIntExact(features.size(0));
  }
}
