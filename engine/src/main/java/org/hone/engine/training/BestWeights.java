package org.hone.engine.training;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Remembers the weights that had the smallest validation loss. */
final class BestWeights {
  private double loss = Double.POSITIVE_INFINITY;
  private @Nullable INDArray weights;

  /** Keeps a copy if the loss is smaller than all before; a NaN never is. */
  void offer(double candidate, INDArray current) {
    if (candidate < loss) {
      loss = candidate;
      weights = current.dup();
    }
  }

  Optional<INDArray> weights() {
    return Optional.ofNullable(weights);
  }
}
