package org.hone.plugins.optimizer;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Nadam: Adam with Nesterov's look ahead.
 *
 * <pre>{@code
 * m = beta1 * m + (1 - beta1) * g
 * v = beta2 * v + (1 - beta2) * g^2
 * m_hat = beta1 * m / (1 - beta1^(t + 1)) + (1 - beta1) * g / (1 - beta1^t)
 * w = w - alpha * m_hat / (sqrt(v / (1 - beta2^t)) + eps)
 * }</pre>
 *
 * Names in the paper: {@code learning-rate} = alpha, mu = beta1 = 0.9 at every step, nu = beta2 =
 * 0.999, eps = 1e-8.
 *
 * @see <a href="https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ">Dozat, ICLR workshop 2016,
 *     Algorithm 2</a>
 */
public final class Nadam extends Optimizer {
  @Override
  public String id() {
    return "nadam";
  }

  @Override
  public String summary() {
    return "Adam that looks ahead along its momentum.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Dozat",
        "Incorporating Nesterov Momentum into Adam",
        2016,
        "https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ");
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
    private static final double EPS = 1e-8;

    @Override
    public int memories() {
      return 2;
    }

    @Override
    public void step(float[] gradient, float[][] memory, double rate, int t) {
      float[] m = memory[0];
      float[] v = memory[1];
      double ahead = BETA1 / (1 - Math.pow(BETA1, t + 1));
      double now = (1 - BETA1) / (1 - Math.pow(BETA1, t));
      double correction = 1 / (1 - Math.pow(BETA2, t));
      for (int i = 0; i < gradient.length; i++) {
        float g = gradient[i];
        m[i] = StepRule.average(m[i], g, BETA1);
        v[i] = StepRule.average(v[i], g * g, BETA2);
        double mean = ahead * m[i] + now * g;
        gradient[i] = (float) (rate * mean / (Math.sqrt(v[i] * correction) + EPS));
      }
    }
  }
}
