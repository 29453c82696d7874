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
 * AdaDelta: steps in the units of the weights, by the ratio of the usual step to the usual
 * gradient.
 *
 * <pre>{@code
 * s = rho * s + (1 - rho) * g^2
 * d = sqrt(u + eps) / sqrt(s + eps) * g
 * u = rho * u + (1 - rho) * d^2
 * w = w - eta * d
 * }</pre>
 *
 * The paper has no learning rate, that is eta = 1; eps = 1e-6 as there.
 *
 * @see <a href="https://arxiv.org/abs/1212.5701">Zeiler 2012, Algorithm 1</a>
 */
public final class AdaDelta extends Optimizer {
  @Override
  public String id() {
    return "adadelta";
  }

  @Override
  public String summary() {
    return "Finds each weight's step size from its own past steps.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zeiler",
        "ADADELTA: An Adaptive Learning Rate Method",
        2012,
        "https://arxiv.org/abs/1212.5701");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        learningRate(1e-2, 10, 1), Parameter.of("rho", FloatDistribution.of(0.8, 0.99), 0.95));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new RuleUpdater(new Rule(values.number("rho")), values.number(LEARNING_RATE));
  }

  private record Rule(double rho) implements StepRule {
    private static final float EPS = 1e-6f;

    @Override
    public List<String> memories() {
      return List.of("s", "u");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] s = weights.memory("s");
      float[] u = weights.memory("u");
      float eta = (float) now.rate();
      for (int i = weights.from(); i < weights.to(); i++) {
        s[i] = StepRule.average(s[i], g[i] * g[i], rho);
        float d = (float) Math.sqrt(u[i] + EPS) / (float) Math.sqrt(s[i] + EPS) * g[i];
        u[i] = StepRule.average(u[i], d * d, rho);
        g[i] = eta * d;
      }
    }
  }
}
