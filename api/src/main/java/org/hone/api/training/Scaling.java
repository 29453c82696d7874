package org.hone.api.training;

import org.hone.api.recipe.Inputs;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Between the units of the data and the scale a network likes; fitted on training rows only.
 * Methods return new arrays.
 */
public interface Scaling {

  /** Features in the scale of training. */
  INDArray features(INDArray raw);

  /** The same rows with features in the scale of training. */
  default Inputs inputs(Inputs raw) {
    return raw.withFeatures(features(raw.features()));
  }

  /** Labels in the scale of training; probabilities stay as they are. */
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
