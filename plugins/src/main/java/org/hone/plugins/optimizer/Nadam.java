package org.hone.plugins.optimizer;

import java.util.List;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
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
    private static final float EPS = 1e-8f;

    @Override
    public List<String> memories() {
      return List.of("m", "v");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] m = weights.memory("m");
      float[] v = weights.memory("v");
      double beta1 = now.momentumOr(BETA1);
      float ahead = (float) (now.rate() * beta1 / (1 - Math.pow(beta1, now.t() + 1)));
      float here = (float) (now.rate() * (1 - beta1) / (1 - Math.pow(beta1, now.t())));
      float correction = (float) (1 / (1 - Math.pow(BETA2, now.t())));
      for (int i = weights.from(); i < weights.to(); i++) {
        m[i] = StepRule.average(m[i], g[i], beta1);
        v[i] = StepRule.average(v[i], g[i] * g[i], BETA2);
        float mean = ahead * m[i] + here * g[i];
        g[i] = mean / ((float) Math.sqrt(correction * v[i]) + EPS);
      }
    }
  }
}
