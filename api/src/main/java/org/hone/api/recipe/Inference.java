package org.hone.api.recipe;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A trained network at inference. */
@FunctionalInterface
public interface Inference {

  /**
   * Probabilities of classes or labels, [rows, outputs], or targets [rows, targets] in the scale of
   * training.
   *
   * @param inputs scaled, as in a {@link Batch}
   */
  INDArray predict(Inputs inputs);

  /** The same for rows without padding. */
  default INDArray predict(INDArray features) {
    return predict(Inputs.of(features));
  }
}
