package org.hone.api.recipe;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows that are trained on together. Immutable by convention: whoever changes values works on a
 * copy.
 *
 * @param features [rows, columns], or [rows, channels, height, width]
 * @param labels [rows, classes] as probabilities, or [rows, targets]
 * @param weights [rows, 1], how much each row counts: a row of weight 2 is worth two rows of the
 *     same batch; empty for equally
 */
public record Batch(INDArray features, INDArray labels, Optional<INDArray> weights) {
  public Batch {
    if (features.size(0) != labels.size(0)) {
      throw new IllegalArgumentException(
          "a batch has as many feature rows as label rows, but has %d and %d"
              .formatted(features.size(0), labels.size(0)));
    }
    weights.ifPresent(given -> requireColumn(given, features.size(0)));
  }

  private static void requireColumn(INDArray weights, long rows) {
    if (!Arrays.equals(weights.shape(), new long[] {rows, 1})) {
      throw new IllegalArgumentException(
          "row weights have the shape [%d, 1], but have %s"
              .formatted(rows, Arrays.toString(weights.shape())));
    }
  }

  /** Rows that count equally. */
  public static Batch of(INDArray features, INDArray labels) {
    return new Batch(features, labels, Optional.empty());
  }

  /** The number of rows. */
  public int size() {
    return Math.toIntExact(features.size(0));
  }
}
