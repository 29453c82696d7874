package org.hone.plugins.activation;

import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/**
 * Rectified linear units: linear where the sum is positive, silent elsewhere.
 *
 * <pre>{@code f(x) = max(0, x)}</pre>
 *
 * @see <a href="https://proceedings.mlr.press/v15/glorot11a.html">Glorot et al., AISTATS 2011</a>
 */
public final class Relu extends HiddenActivation {
  @Override
  public String id() {
    return "relu";
  }

  @Override
  public String summary() {
    return "Hidden units that pass on what is positive.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Glorot et al.",
        "Deep Sparse Rectifier Neural Networks",
        2011,
        "https://proceedings.mlr.press/v15/glorot11a.html");
  }

  @Override
  IActivation function(ParameterValues values) {
    return new ActivationReLU();
  }
}
