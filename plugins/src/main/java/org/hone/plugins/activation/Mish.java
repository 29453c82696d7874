package org.hone.plugins.activation;

import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationMish;

/**
 * Mish: as swish, smooth and not monotone, with a softer gate.
 *
 * <pre>{@code f(x) = x * tanh(ln(1 + exp(x)))}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1908.08681">Misra, BMVC 2020</a>
 */
public final class Mish extends HiddenActivation {
  @Override
  public String id() {
    return "mish";
  }

  @Override
  public String summary() {
    return "Smooth hidden units that regularise themselves.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Misra",
        "Mish: A Self Regularized Non-Monotonic Activation Function",
        2020,
        "https://arxiv.org/abs/1908.08681");
  }

  @Override
  IActivation function(ParameterValues values) {
    return new ActivationMish();
  }
}
