package org.hone.plugins.activation;

import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;

/**
 * Gaussian error linear units: each sum weighted by the share of a normal distribution below it.
 *
 * <pre>{@code f(x) = x * Phi(x), about x * sigmoid(1.702 * x)}</pre>
 *
 * Computed in the second form, which the paper gives too.
 *
 * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel 2016</a>
 */
public final class Gelu extends HiddenActivation {
  @Override
  public String id() {
    return "gelu";
  }

  @Override
  public String summary() {
    return "Smooth rectified units, as in transformers.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Hendrycks and Gimpel",
        "Gaussian Error Linear Units (GELUs)",
        2016,
        "https://arxiv.org/abs/1606.08415");
  }

  @Override
  IActivation function(ParameterValues values) {
    return new ActivationGELU();
  }
}
