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
    graph.setLayerMaskArrays(new INDArray[] {mask.get()}, null);
    try {
      return use.get();
    } finally {
      graph.clearLayerMaskArrays();
    }
  }
}
