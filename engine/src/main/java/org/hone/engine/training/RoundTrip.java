package org.hone.engine.training;

import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward through a graph and back: Deeplearning4j's own way, or what was recorded of it. */
interface RoundTrip {

  /** Leaves the gradient, summed over rows, in the graph and returns the batch's loss, summed. */
  double run(Batch batch);

  /**
   * The gradient of the last batch's loss, summed, with respect to its features; empty if the pass
   * does not go back so far.
   */
  Optional<INDArray> inputGradient();
}
