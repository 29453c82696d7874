package org.hone.api.recipe;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which training rows an epoch visits, and in which order. */
@FunctionalInterface
public interface RowOrder {

  /**
   * Row indices; may repeat or leave out rows.
   *
   * @param labels of all training rows, [rows, classes] or [rows, targets]
   * @param now at the beginning of the epoch, for an order that changes as training goes on
   */
  int[] epoch(INDArray labels, Progress now, RandomGenerator random);

  /** Every row once, shuffled (Fisher and Yates). */
  static RowOrder shuffled() {
    return (labels, now, random) -> {
      int[] rows = new int[Math.toIntExact(labels.size(0))];
      for (int i = 0; i < rows.length; i++) {
        int j = random.nextInt(i + 1);
        rows[i] = rows[j];
        rows[j] = i;
      }
      return rows;
    };
  }
}
