package org.hone.plugins.optimizer;

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
 * Stochastic gradient descent: steps against the gradient of the batch.
 *
 * <pre>{@code w = w - eta * g}</pre>
 *
 * Name in the paper: {@code learning-rate} = a_n.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177729586">Robbins and Monro, Annals of Mathematical
 *     Statistics 1951</a>
 */
public final class Sgd implements Technique {
  @Override
  public String id() {
    return "sgd";
  }

  @Override
  public Slot slot() {
    return Slot.OPTIMIZER;
  }

  @Override
  public String summary() {
    return "Steps straight against the gradient, with one step size for all weights.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Robbins and Monro",
        "A Stochastic Approximation Method",
        1951,
        "https://doi.org/10.1214/aoms/1177729586");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("learning-rate", FloatDistribution.log(1e-3, 1), 1e-2));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double eta = values.number("learning-rate");
    return recipe.withUpdate(
        update -> update.withUpdater(new org.nd4j.linalg.learning.config.Sgd(eta)));
  }
}
