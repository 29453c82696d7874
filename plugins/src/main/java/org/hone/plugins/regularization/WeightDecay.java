package org.hone.plugins.regularization;

import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Decoupled weight decay: weights shrink in proportion to the learning rate, beside the gradient
 * and not through it. Biases are left alone.
 *
 * <pre>{@code w = w - eta * (update + lambda * w)}</pre>
 *
 * Names in the paper: {@code coefficient} = lambda.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter, ICLR 2019</a>
 */
public final class WeightDecay implements Technique {
  @Override
  public String id() {
    return "weight-decay";
  }

  @Override
  public Slot slot() {
    return Slot.WEIGHT_PENALTY;
  }

  @Override
  public String summary() {
    return "Shrinks all weights a little with every step.";
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
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("coefficient", FloatDistribution.log(1e-6, 1e-1), 1e-2));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double lambda = values.number("coefficient");
    return recipe.withNetwork(
        network ->
            WeightPenalty.add(
                network, new org.nd4j.linalg.learning.regularization.WeightDecay(lambda, true)));
  }
}
