package org.hone.plugins.initialization;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitXavierUniform;
import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;

/**
 * Xavier initialization: activations and gradients keep their variance from layer to layer while
 * activations are about linear.
 *
 * <pre>{@code W ~ U(-r, r),  r = sqrt(6 / (inputs + outputs))}</pre>
 *
 * Names in the paper: inputs = n_j, outputs = n_(j+1).
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio, AISTATS 2010,
 *     equation 16</a>
 */
public final class Xavier extends Initialization {
  @Override
  public String id() {
    return "xavier";
  }

  @Override
  public String summary() {
    return "Draws first weights in a range that suits tanh and the like.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Glorot and Bengio",
        "Understanding the Difficulty of Training Deep Feedforward Neural Networks",
        2010,
        "https://proceedings.mlr.press/v9/glorot10a.html");
  }

  @Override
  IWeightInit weights(ParameterValues values) {
    return new WeightInitXavierUniform();
  }
}
