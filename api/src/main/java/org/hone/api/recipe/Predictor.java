package org.hone.api.recipe;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A trained network at inference. */
@FunctionalInterface
public interface Predictor {

  /**
   * Class probabilities [rows, classes], or targets [rows, targets] in the scale of training.
   *
   * @param features scaled, as in a {@link Batch}
   */
  INDArray predict(INDArray features);
}
