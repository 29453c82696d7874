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
    private static final float EPS = 1e-8f;

    @Override
    public List<String> memories() {
      return List.of("m", "v", "v_hat");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] m = weights.memory("m");
      float[] v = weights.memory("v");
      float[] largest = weights.memory("v_hat");
      double beta1 = now.momentumOr(BETA1);
      float alpha = (float) now.rate();
      for (int i = weights.from(); i < weights.to(); i++) {
        m[i] = StepRule.average(m[i], g[i], beta1);
        v[i] = StepRule.average(v[i], g[i] * g[i], BETA2);
        largest[i] = Math.max(largest[i], v[i]);
        g[i] = alpha * m[i] / ((float) Math.sqrt(largest[i]) + EPS);
      }
    }
  }
}
