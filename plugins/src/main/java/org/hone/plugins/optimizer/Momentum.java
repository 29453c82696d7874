package org.hone.plugins.optimizer;

import java.util.List;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Momentum, also called the heavy ball: steps along a decaying sum of past gradients.
 *
 * <pre>{@code
 * v = mu * v + g
 * w = w - eta * v
 * }</pre>
 *
 * Names in the sources: {@code learning-rate} = eta, {@code momentum} = mu; 0.9 is the usual
 * choice.
 *
 * @see <a href="https://doi.org/10.1016/0041-5553(64)90137-5">Polyak, USSR Computational
 *     Mathematics and Mathematical Physics 1964</a>
 */
public final class Momentum extends Optimizer {
  @Override
  public String id() {
    return "momentum";
  }

  @Override
  public String summary() {
    return "Keeps rolling in the direction of past gradients, which smooths the way through"
        + " ravines.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Polyak",
        "Some Methods of Speeding up the Convergence of Iteration Methods",
        1964,
        "https://doi.org/10.1016/0041-5553(64)90137-5");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        learningRate(1e-4, 1, 1e-2),
        Parameter.of("momentum", FloatDistribution.of(0.5, 0.99), 0.9));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new RuleUpdater(new Rule(values.number("momentum")), values.number(LEARNING_RATE));
  }

  private record Rule(double momentum) implements StepRule {
    @Override
    public List<String> memories() {
      return List.of("v");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] v = weights.memory("v");
      float mu = (float) now.momentumOr(momentum);
      float eta = (float) now.rate();
      for (int i = weights.from(); i < weights.to(); i++) {
        v[i] = mu * v[i] + g[i];
        g[i] = eta * v[i];
      }
    }
  }
}
