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
    private static final float BETA2 = 0.999f;

    @Override
    public List<String> memories() {
      return List.of("m", "u");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] m = weights.memory("m");
      float[] u = weights.memory("u");
      double beta1 = now.momentumOr(BETA1);
      float alpha = (float) (now.rate() / (1 - Math.pow(beta1, now.t())));
      for (int i = weights.from(); i < weights.to(); i++) {
        m[i] = StepRule.average(m[i], g[i], beta1);
        u[i] = Math.max(BETA2 * u[i], Math.abs(g[i]));
        // where u is 0, so is m
        g[i] = alpha * m[i] / Math.max(u[i], Float.MIN_NORMAL);
      }
    }
  }
}
