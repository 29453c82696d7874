package org.hone.engine.training;

import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells the layers of a graph which steps of its input are padding. */
final class Masks {
  private Masks() {}

  /**
   * Does something with a graph whose input has a mask. The mask is taken away afterwards, so that
   * it does not meet rows of another length.
   *
   * @param mask [rows, steps]; empty if nothing was padded
   */
  static <T> T during(ComputationGraph graph, Optional<INDArray> mask, Supplier<T> use) {
    if (mask.isEmpty()) {
      return use.get();
    }
    graph.setLayerMaskArrays(new INDArray[] {withAStep(mask.get())}, null);
    try {
      return use.get();
    } finally {
      graph.clearLayerMaskArrays();
    }
  }

  /**
   * The mask with the first step of rows that have none, such as a text without a word: pooling
   * over nothing gives NaN.
   */
  static INDArray withAStep(INDArray mask) {
    INDArray longest = mask.max(1);
    if (longest.minNumber().doubleValue() > 0) {
      return mask;
    }
    INDArray filled = mask.dup();
    for (long row = 0; row < filled.size(0); row++) {
      if (longest.getDouble(row) == 0) {
        filled.putScalar(row, 0, 1);
      }
    }
    return filled;
  }
}
