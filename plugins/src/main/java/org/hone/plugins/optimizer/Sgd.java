package org.hone.plugins.optimizer;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;

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
public final class Sgd extends Optimizer {
  @Override
  public String id() {
    return "sgd";
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
    return SearchSpace.of(learningRate(1e-4, 1, 1e-2));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new org.nd4j.linalg.learning.config.Sgd(values.number(LEARNING_RATE));
  }
}
