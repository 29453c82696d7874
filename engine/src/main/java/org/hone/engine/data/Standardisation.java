package org.hone.engine.data;

import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@code (x - mean) * factor}, each input of a row by itself.
 *
 * @param means [1, inputs], in the order in which a row's inputs lie in memory
 * @param factors [1, inputs]
 */
record Standardisation(INDArray means, INDArray factors) implements UnaryOperator<INDArray> {

  /** Of rows of any shape that has as many inputs. */
  @Override
  public INDArray apply(INDArray raw) {
    INDArray flat = raw.dup('c').reshape('c', raw.size(0), means.length());
    flat.subiRowVector(means).muliRowVector(factors);
    return flat.reshape('c', raw.shape());
  }
}
