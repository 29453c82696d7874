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
 * AdaGrad: each weight's step is divided by the root of the sum of its squared gradients.
 *
 * <pre>{@code
 * s = s + g^2
 * w = w - eta * g / (sqrt(s) + delta)
 * }</pre>
 *
 * Names in the paper: {@code learning-rate} = eta; delta = 1e-7, which only keeps from dividing by
 * zero.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer, JMLR 2011,
 *     Figure 1, diagonal</a>
 */
public final class AdaGrad extends Optimizer {
  @Override
  public String id() {
    return "adagrad";
  }

  @Override
  public String summary() {
    return "Gives weights with rare gradients longer steps, and all weights ever shorter ones.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Duchi, Hazan and Singer",
        "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization",
        2011,
        "https://jmlr.org/papers/v12/duchi11a.html");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(learningRate(1e-3, 1, 1e-2));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new RuleUpdater(new Rule(), values.number(LEARNING_RATE));
  }

  private record Rule() implements StepRule {
    private static final float DELTA = 1e-7f;

    @Override
    public List<String> memories() {
      return List.of("s");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] s = weights.memory("s");
      float eta = (float) now.rate();
      for (int i = weights.from(); i < weights.to(); i++) {
        s[i] = s[i] + g[i] * g[i];
        g[i] = eta * g[i] / ((float) Math.sqrt(s[i]) + DELTA);
      }
    }
  }
}
