package org.hone.plugins.optimizer;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/**
 * Nesterov's accelerated gradient: momentum whose gradient is that of the place where the momentum
 * leads.
 *
 * <pre>{@code
 * v' = mu * v - eta * g(w + mu * v)
 * w = w + v'
 * }</pre>
 *
 * Names in the paper: {@code learning-rate} = epsilon, {@code momentum} = mu. Deeplearning4j keeps
 * w + mu * v for the weights, which saves a second set of them.
 *
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever et al., ICML 2013</a>
 */
public final class Nesterov extends Optimizer {
  @Override
  public String id() {
    return "nesterov";
  }

  @Override
  public String summary() {
    return "Momentum that looks ahead before it takes the gradient.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Sutskever et al.",
        "On the Importance of Initialization and Momentum in Deep Learning",
        2013,
        "https://proceedings.mlr.press/v28/sutskever13.html");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        learningRate(1e-4, 1, 1e-2),
        Parameter.of("momentum", FloatDistribution.of(0.5, 0.99), 0.9));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new Nesterovs(values.number(LEARNING_RATE), values.number("momentum"));
  }
}
