package org.hone.plugins.optimizer;

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
    private static final double EPS = 1e-12;

    @Override
    public int memories() {
      return 2;
    }

    @Override
    public void step(float[] gradient, float[][] memory, double rate, int t) {
      float[] m = memory[0];
      float[] s = memory[1];
      double corrected = rate / (1 - Math.pow(BETA1, t));
      double correction = 1 / (1 - Math.pow(BETA2, t));
      for (int i = 0; i < gradient.length; i++) {
        m[i] = StepRule.average(m[i], gradient[i], BETA1);
        float surprise = gradient[i] - m[i];
        s[i] = (float) (StepRule.average(s[i], surprise * surprise, BETA2) + EPS);
        gradient[i] = (float) (corrected * m[i] / (Math.sqrt(s[i] * correction) + EPS));
      }
    }
  }
}
