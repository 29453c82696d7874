package org.hone.plugins.activation;

import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSwish;

/**
 * Swish: each sum weighted by its own sigmoid; smooth, and not monotone.
 *
 * <pre>{@code f(x) = x * sigmoid(x)}</pre>
 *
 * The paper's beta is 1.
 *
 * @see <a href="https://arxiv.org/abs/1710.05941">Ramachandran et al. 2017</a>
 */
public final class Swish extends HiddenActivation {
  @Override
  public String id() {
    return "swish";
  }

  @Override
  public String summary() {
    return "Smooth hidden units, found by a search over functions.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Ramachandran et al.",
        "Searching for Activation Functions",
        2017,
        "https://arxiv.org/abs/1710.05941");
  }

  @Override
  IActivation function(ParameterValues values) {
    return new ActivationSwish();
  }
}
