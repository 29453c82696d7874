package org.hone.plugins.optimizer;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Adam: steps along a moving average of the gradient, each coordinate divided by the root of a
 * moving average of its square.
 *
 * <pre>
 * {@code w = w - alpha * m_hat / (sqrt(v_hat) + eps),  m_hat = m / (1 - beta1^t),  v_hat = v / (1 - beta2^t)}
 * </pre>
 *
 * Names in the paper: {@code learning-rate} = alpha; beta1 = 0.9, beta2 = 0.999, eps = 1e-8 as
 * proposed there. Deeplearning4j computes the form at the end of section 2, in which eps stands
 * beside the uncorrected root.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, ICLR 2015, Algorithm 1</a>
 */
public final class Adam extends Optimizer {
  @Override
  public String id() {
    return "adam";
  }

  @Override
  public String summary() {
    return "Gives every weight a step size of its own, from the recent history of its gradient.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Kingma and Ba",
        "Adam: A Method for Stochastic Optimization",
        2015,
        "https://arxiv.org/abs/1412.6980");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(learningRate(1e-4, 1e-1, 1e-3));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new org.nd4j.linalg.learning.config.Adam(values.number(LEARNING_RATE));
  }
}
