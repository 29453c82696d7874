package org.hone.plugins.activation;

import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;

/**
 * Exponential linear units: negative sums saturate smoothly, so that the mean activation is near
 * zero.
 *
 * <pre>{@code f(x) = x if x > 0, else exp(x) - 1}</pre>
 *
 * The paper's alpha is 1, which it recommends.
 *
 * @see <a href="https://arxiv.org/abs/1511.07289">Clevert et al., ICLR 2016, equation 15</a>
 */
public final class Elu extends HiddenActivation {
  @Override
  public String id() {
    return "elu";
  }

  @Override
  public String summary() {
    return "Hidden units that saturate smoothly at -1.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Clevert et al.",
        "Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)",
        2016,
        "https://arxiv.org/abs/1511.07289");
  }

  @Override
  IActivation function(ParameterValues values) {
    return new ActivationELU();
  }
}
