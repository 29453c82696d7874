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
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;

/**
 * Elastic net: both penalties at once.
 *
 * <pre>{@code g = g + lambda1 * sign(w) + lambda2 * w}</pre>
 *
 * Names in the paper: {@code l1} = lambda1, {@code l2} = lambda2.
 *
 * @see <a href="https://doi.org/10.1111/j.1467-9868.2005.00503.x">Zou and Hastie, Journal of the
 *     Royal Statistical Society B 2005</a>
 */
public final class Elastic implements Technique {
  @Override
  public String id() {
    return "elastic";
  }

  @Override
  public Slot slot() {
    return Slot.WEIGHT_PENALTY;
  }

  @Override
  public String summary() {
    return "Makes weights cost by their size and by their square.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zou and Hastie",
        "Regularization and Variable Selection via the Elastic Net",
        2005,
        "https://doi.org/10.1111/j.1467-9868.2005.00503.x");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("l1", FloatDistribution.log(1e-7, 1e-2), 1e-5),
        Parameter.of("l2", FloatDistribution.log(1e-6, 1e-1), 1e-4));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withNetwork(
        network ->
            WeightPenalty.add(
                network,
                new L1Regularization(values.number("l1")),
                new L2Regularization(values.number("l2"))));
  }
}
