package org.hone.api.recipe;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where initial weights come from. */
@FunctionalInterface
public interface WeightSource {

  /**
   * The array for a layer's parameter, of the parameter's shape; empty to initialise as usual.
   * Asked for batch-norm statistics too.
   */
  Optional<INDArray> weights(String layer, String key);
}
