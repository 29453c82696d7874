package org.hone.api.training;

import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows with their answers, encoded as numbers but not scaled.
 *
 * @param labels [rows, classes] one-hot, [rows, labels] of zeros and ones, or [rows, targets] in
 *     the units of the data
 * @param weights [rows, 1], how much each row counts in training; empty for equally
 */
public record Examples(Inputs inputs, INDArray labels, Optional<INDArray> weights) {
  public Examples {
    // the rules are those of a batch
    Batch unused = new Batch(inputs, labels, weights);
  }

  /** Rows without padding that count equally. */
  public static Examples of(INDArray features, INDArray labels) {
    return new Examples(Inputs.of(features), labels, Optional.empty());
  }

  /** What the network sees, without the mask. */
  public INDArray features() {
    return inputs.features();
  }

  /** The number of rows. */
  public int rows() {
    return inputs.rows();
  }
}
