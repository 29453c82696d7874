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
   */
  int[] epoch(INDArray labels, RandomGenerator random);

  /** Every row once, shuffled (Fisher and Yates). */
  static RowOrder shuffled() {
    return (labels, random) -> {
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
