package org.hone.api.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Between the units of the data and the scale a network likes; fitted on training rows only.
 * Methods return new arrays.
 */
public interface Scaling {

  /** Features in the scale of training. */
  INDArray features(INDArray raw);

  /** Labels in the scale of training; class probabilities stay as they are. */
  INDArray labels(INDArray raw);

  /** Predictions back in the units of the data; inverse of {@link #labels}. */
  INDArray predictions(INDArray scaled);

  /** Leaves everything as it is. */
  static Scaling none() {
    return new Scaling() {
      @Override
      public INDArray features(INDArray raw) {
        return raw.dup();
      }

      @Override
      public INDArray labels(INDArray raw) {
        return raw.dup();
      }

      @Override
      public INDArray predictions(INDArray scaled) {
        return scaled.dup();
      }
    };
  }
}
