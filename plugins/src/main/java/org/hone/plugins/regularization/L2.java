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
import org.nd4j.linalg.learning.regularization.L2Regularization;

/**
 * L2 penalty, or ridge: half the squared weights are added to the loss.
 *
 * <pre>{@code g = g + lambda * w}</pre>
 *
 * It passes through the optimizer, unlike {@link WeightDecay}. Name: {@code coefficient} = lambda.
 *
 * @see <a
 *     href="https://proceedings.neurips.cc/paper/1991/hash/8eefcfdf5990e441f0fb6f3fad709e21-Abstract.html">Krogh
 *     and Hertz, NeurIPS 1991</a>
 */
public final class L2 implements Technique {
  @Override
  public String id() {
    return "l2";
  }

  @Override
  public Slot slot() {
    return Slot.WEIGHT_PENALTY;
  }

  @Override
  public String summary() {
    return "Makes large weights cost, in proportion to their square.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Krogh and Hertz",
        "A Simple Weight Decay Can Improve Generalization",
        1991,
        "https://proceedings.neurips.cc/paper/1991/hash/8eefcfdf5990e441f0fb6f3fad709e21-Abstract.html");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("coefficient", FloatDistribution.log(1e-6, 1e-1), 1e-4));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double lambda = values.number("coefficient");
    return recipe.withNetwork(network -> WeightPenalty.add(network, new L2Regularization(lambda)));
  }
}
