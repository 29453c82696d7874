package org.hone.plugins.optimizer;

import java.util.Set;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.training.Task;
import org.hone.plugins.regularization.WeightPenalty;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * AdamW: Adam with a weight decay beside the gradient and not through it.
 *
 * <pre>{@code
 * w = w - eta * (m_hat / (sqrt(v_hat) + eps) + lambda * w)
 * }</pre>
 *
 * Names in the paper: {@code learning-rate} = eta times alpha, {@code decay} = lambda; beta1 = 0.9,
 * beta2 = 0.999, eps = 1e-8. Biases do not decay.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter, ICLR 2019, Algorithm 2</a>
 */
public final class AdamW extends Optimizer {
  @Override
  public String id() {
    return "adamw";
  }

  @Override
  public String summary() {
    return "Adam, and all weights shrink a little with every step.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Loshchilov and Hutter",
        "Decoupled Weight Decay Regularization",
        2019,
        "https://arxiv.org/abs/1711.05101");
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of(Slot.WEIGHT_PENALTY.id());
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        learningRate(1e-4, 1e-1, 1e-3),
        Parameter.of("decay", FloatDistribution.log(1e-6, 1e-1), 1e-2));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new org.nd4j.linalg.learning.config.Adam(values.number(LEARNING_RATE));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return super.apply(recipe, values)
        .withNetwork(
            network -> WeightPenalty.add(network, new WeightDecay(values.number("decay"), true)));
  }
}
