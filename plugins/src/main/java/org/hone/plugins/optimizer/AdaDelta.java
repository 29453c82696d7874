package org.hone.plugins.optimizer;

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
    private static final double EPS = 1e-6;

    @Override
    public int memories() {
      return 2;
    }

    @Override
    public void step(float[] gradient, float[][] memory, double rate, int t) {
      float[] s = memory[0];
      float[] u = memory[1];
      for (int i = 0; i < gradient.length; i++) {
        float g = gradient[i];
        s[i] = StepRule.average(s[i], g * g, rho);
        float d = (float) (Math.sqrt(u[i] + EPS) / Math.sqrt(s[i] + EPS) * g);
        u[i] = StepRule.average(u[i], d * d, rho);
        gradient[i] = (float) (rate * d);
      }
    }
  }
}
