package org.hone.plugins.optimizer;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * AMSGrad: Adam whose divisor never falls, so that rare large gradients are not forgotten.
 *
 * <pre>{@code
 * m = beta1 * m + (1 - beta1) * g
 * v = beta2 * v + (1 - beta2) * g^2
 * v_hat = max(v_hat, v)
 * w = w - alpha * m / (sqrt(v_hat) + eps)
 * }</pre>
 *
 * Names in the paper: {@code learning-rate} = alpha; beta1 = 0.9, beta2 = 0.999. eps = 1e-8, which
 * the paper has not, keeps from dividing by zero.
 *
 * @see <a href="https://arxiv.org/abs/1904.09237">Reddi, Kale and Kumar, ICLR 2018, Algorithm 2</a>
 */
public final class AmsGrad extends Optimizer {
  @Override
  public String id() {
    return "amsgrad";
  }

  @Override
  public String summary() {
    return "Adam that never lengthens a weight's step again after a large gradient.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Reddi, Kale and Kumar",
        "On the Convergence of Adam and Beyond",
        2018,
        "https://arxiv.org/abs/1904.09237");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(learningRate(1e-5, 1e-1, 1e-3));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new RuleUpdater(new Rule(), values.number(LEARNING_RATE));
  }

  private record Rule() implements StepRule {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPS = 1e-8;

    @Override
    public int memories() {
      return 3;
    }

    @Override
    public void step(float[] gradient, float[][] memory, double rate, int t) {
      float[] m = memory[0];
      float[] v = memory[1];
      float[] largest = memory[2];
      for (int i = 0; i < gradient.length; i++) {
        float g = gradient[i];
        m[i] = StepRule.average(m[i], g, BETA1);
        v[i] = StepRule.average(v[i], g * g, BETA2);
        largest[i] = Math.max(largest[i], v[i]);
        gradient[i] = (float) (rate * m[i] / (Math.sqrt(largest[i]) + EPS));
      }
    }
  }
}
