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

/**
 * L1 penalty, or lasso: the weights' sizes are added to the loss, which draws small ones to zero.
 *
 * <pre>{@code g = g + lambda * sign(w)}</pre>
 *
 * Name: {@code coefficient} = lambda.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1996.tb02080.x">Tibshirani, Journal of the
 *     Royal Statistical Society B 1996</a>
 */
public final class L1 implements Technique {
  @Override
  public String id() {
    return "l1";
  }

  @Override
  public Slot slot() {
    return Slot.WEIGHT_PENALTY;
  }

  @Override
  public String summary() {
    return "Makes every weight cost, in proportion to its size, so that useless ones vanish.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Tibshirani",
        "Regression Shrinkage and Selection via the Lasso",
        1996,
        "https://doi.org/10.1111/j.2517-6161.1996.tb02080.x");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("coefficient", FloatDistribution.log(1e-7, 1e-2), 1e-5));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double lambda = values.number("coefficient");
    return recipe.withNetwork(network -> WeightPenalty.add(network, new L1Regularization(lambda)));
  }
}
