package org.hone.plugins.initialization;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitRelu;
import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;

/**
 * He initialization: activations keep their variance from layer to layer under rectifiers, which
 * silence half of them.
 *
 * <pre>{@code W ~ N(0, 2 / inputs)}</pre>
 *
 * Name in the paper: inputs = n_l.
 *
 * @see <a href="https://arxiv.org/abs/1502.01852">He et al., ICCV 2015, equation 10</a>
 */
public final class He extends Initialization {
  @Override
  public String id() {
    return "he";
  }

  @Override
  public String summary() {
    return "Draws first weights in a range that suits relu and the like.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "He et al.",
        "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification",
        2015,
        "https://arxiv.org/abs/1502.01852");
  }

  @Override
  IWeightInit weights(ParameterValues values) {
    return new WeightInitRelu();
  }
}
