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
 * Lion: steps of one size, by the sign of a momentum in which the newest gradient counts more.
 *
 * <pre>{@code
 * c = beta1 * m + (1 - beta1) * g
 * w = w - eta * sign(c)
 * m = beta2 * m + (1 - beta2) * g
 * }</pre>
 *
 * Names in the paper: {@code learning-rate} = eta; beta1 = 0.9, beta2 = 0.99 as there. Its weight
 * decay is a technique of its own.
 *
 * @see <a href="https://arxiv.org/abs/2302.06675">Chen et al., NeurIPS 2023, Algorithm 2</a>
 */
public final class Lion extends Optimizer {
  @Override
  public String id() {
    return "lion";
  }

  @Override
  public String summary() {
    return "Moves every weight by the same amount, and only asks in which direction.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Chen et al.",
        "Symbolic Discovery of Optimization Algorithms",
        2023,
        "https://arxiv.org/abs/2302.06675");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(learningRate(1e-5, 1e-2, 1e-4));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new RuleUpdater(new Rule(), values.number(LEARNING_RATE));
  }

  private record Rule() implements StepRule {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;

    @Override
    public List<String> memories() {
      return List.of("m");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] m = weights.memory("m");
      float eta = (float) now.rate();
      for (int i = weights.from(); i < weights.to(); i++) {
        float c = StepRule.average(m[i], g[i], BETA1);
        m[i] = StepRule.average(m[i], g[i], BETA2);
        g[i] = eta * sign(c);
      }
    }

    /** Without a branch, so that the loop becomes vector code; NaN stays so. */
    private static float sign(float c) {
      return Math.max(-1, Math.min(1, c * Float.MAX_VALUE));
    }
  }
}
