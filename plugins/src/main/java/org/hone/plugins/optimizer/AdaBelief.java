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
 * AdaBelief: Adam that divides by how far the gradient strays from its own average, and so takes
 * long steps where the average can be believed.
 *
 * <pre>{@code
 * m = beta1 * m + (1 - beta1) * g
 * s = beta2 * s + (1 - beta2) * (g - m)^2 + eps
 * w = w - alpha * m / (1 - beta1^t) / (sqrt(s / (1 - beta2^t)) + eps)
 * }</pre>
 *
 * Names in the paper: {@code learning-rate} = alpha; beta1 = 0.9, beta2 = 0.999. eps = 1e-12: the
 * 1e-16 of the authors' code is below what s can tell apart in single precision.
 *
 * @see <a href="https://arxiv.org/abs/2010.07468">Zhuang et al., NeurIPS 2020, Algorithm 2</a>
 */
public final class AdaBelief extends Optimizer {
  @Override
  public String id() {
    return "adabelief";
  }

  @Override
  public String summary() {
    return "Adam that takes longer steps where gradients come as expected.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zhuang et al.",
        "AdaBelief Optimizer: Adapting Stepsizes by the Belief in Observed Gradients",
        2020,
        "https://arxiv.org/abs/2010.07468");
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
    private static final float EPS = 1e-12f;

    @Override
    public List<String> memories() {
      return List.of("m", "s");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] m = weights.memory("m");
      float[] s = weights.memory("s");
      double beta1 = now.momentumOr(BETA1);
      float alpha = (float) (now.rate() / (1 - Math.pow(beta1, now.t())));
      float correction = (float) (1 / (1 - Math.pow(BETA2, now.t())));
      for (int i = weights.from(); i < weights.to(); i++) {
        m[i] = StepRule.average(m[i], g[i], beta1);
        float surprise = g[i] - m[i];
        s[i] = StepRule.average(s[i], surprise * surprise, BETA2) + EPS;
        g[i] = alpha * m[i] / ((float) Math.sqrt(correction * s[i]) + EPS);
      }
    }
  }
}
