package org.hone.plugins.optimizer;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * AdaMax: Adam that divides by a decaying maximum of the gradient's size.
 *
 * <pre>{@code
 * m = beta1 * m + (1 - beta1) * g
 * u = max(beta2 * u, |g|)
 * w = w - alpha / (1 - beta1^t) * m / u
 * }</pre>
 *
 * Names in the paper: {@code learning-rate} = alpha, 0.002 there; beta1 = 0.9, beta2 = 0.999. Where
 * u is zero, so is the step.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, ICLR 2015, Algorithm 2</a>
 */
public final class AdaMax extends Optimizer {
  @Override
  public String id() {
    return "adamax";
  }

  @Override
  public String summary() {
    return "Adam that measures a gradient's size by its recent maximum.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Kingma and Ba",
        "Adam: A Method for Stochastic Optimization",
        2015,
        "https://arxiv.org/abs/1412.6980");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(learningRate(1e-5, 1e-1, 2e-3));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new RuleUpdater(new Rule(), values.number(LEARNING_RATE));
  }

  private record Rule() implements StepRule {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    @Override
    public int memories() {
      return 2;
    }

    @Override
    public void step(float[] gradient, float[][] memory, double rate, int t) {
      float[] m = memory[0];
      float[] u = memory[1];
      double corrected = rate / (1 - Math.pow(BETA1, t));
      for (int i = 0; i < gradient.length; i++) {
        float g = gradient[i];
        m[i] = StepRule.average(m[i], g, BETA1);
        u[i] = (float) Math.max(BETA2 * u[i], Math.abs(g));
        gradient[i] = u[i] == 0 ? 0 : (float) (corrected * m[i] / u[i]);
      }
    }
  }
}
