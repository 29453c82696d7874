package org.hone.plugins.optimizer;

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
    public int memories() {
      return 1;
    }

    @Override
    public void step(float[] gradient, float[][] memory, double rate, int t) {
      float[] m = memory[0];
      for (int i = 0; i < gradient.length; i++) {
        float g = gradient[i];
        gradient[i] = (float) (rate * Math.signum(StepRule.average(m[i], g, BETA1)));
        m[i] = StepRule.average(m[i], g, BETA2);
      }
    }
  }
}
