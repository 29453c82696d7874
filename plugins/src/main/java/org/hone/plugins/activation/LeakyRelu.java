package org.hone.plugins.activation;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

/**
 * Leaky rectified linear units: a small slope where the sum is negative keeps silent units
 * learning.
 *
 * <pre>{@code f(x) = x if x > 0, else slope * x}</pre>
 *
 * The paper's {@code slope} is 0.01.
 *
 * @see <a href="https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf">Maas et al.,
 *     ICML 2013, equation 2</a>
 */
public final class LeakyRelu extends HiddenActivation {
  @Override
  public String id() {
    return "leaky-relu";
  }

  @Override
  public String summary() {
    return "Rectified units with a small slope where they would be silent.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Maas et al.",
        "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
        2013,
        "https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("slope", FloatDistribution.log(0.001, 0.3), 0.01));
  }

  @Override
  IActivation function(ParameterValues values) {
    return new ActivationLReLU(values.number("slope"));
  }
}
