package org.hone.plugins.optimizer;

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
    private static final double DELTA = 1e-7;

    @Override
    public int memories() {
      return 1;
    }

    @Override
    public void step(float[] gradient, float[][] memory, double rate, int t) {
      float[] s = memory[0];
      for (int i = 0; i < gradient.length; i++) {
        s[i] += gradient[i] * gradient[i];
        gradient[i] = (float) (rate * gradient[i] / (Math.sqrt(s[i]) + DELTA));
      }
    }
  }
}
