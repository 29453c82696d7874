package org.hone.api.recipe;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The formula of an optimizer, which is applied to each weight by itself. The heavy ball, v = mu v
 * + g and w = w - eta v, is
 *
 * <pre>{@code
 * record HeavyBall(double mu) implements StepRule {
 *   public List<String> memories() {
 *     return List.of("v");
 *   }
 *
 *   public void step(Stretch weights, Step now) {
 *     float[] g = weights.gradient();
 *     float[] v = weights.memory("v");
 *     float mu = (float) now.momentumOr(this.mu);
 *     float eta = (float) now.rate();
 *     for (int i = weights.from(); i < weights.to(); i++) {
 *       v[i] = mu * v[i] + g[i];
 *       g[i] = eta * v[i];
 *     }
 *   }
 * }
 * }</pre>
 *
 * A recipe takes it as a {@link RuleUpdater}. Rules are values: two that are equal do the same, and
 * what is remembered lies in memories, where a checkpoint finds it. A loop without branches, in
 * single precision, is turned into vector code by the JVM.
 */
public interface StepRule {

  /** What is remembered of each weight, each under a name of its own; may be empty. */
  List<String> memories();

  /** What memories hold before the first step. */
  default double beginning() {
    return 0;
  }

  /**
   * Replaces the gradient of these weights by what is to be subtracted from them; NaN where the
   * gradient is NaN, so that a training that diverges is seen to.
   */
  void step(Stretch weights, Step now);

  /**
   * A moving average of a sequence with its next member.
   *
   * @param decay how much of what was before remains, in [0, 1)
   */
  static float average(float before, float next, double decay) {
    return (float) decay * before + (float) (1 - decay) * next;
  }

  /**
   * A step of a training.
   *
   * @param rate the learning rate
   * @param t its number, from 1; skipped ones do not count
   * @param momentum what a schedule asks for; empty if it leaves that to the optimizer
   */
  record Step(double rate, int t, OptionalDouble momentum) {
    public Step {
      if (t < 1) {
        throw new IllegalArgumentException("steps are counted from 1, but t=" + t);
      }
    }

    /** How much of past steps is kept: the optimizer's own, unless a schedule asks for another. */
    public double momentumOr(double own) {
      return momentum.orElse(own);
    }
  }
}
