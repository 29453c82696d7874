package org.hone.plugins.optimizer;

/**
 * The formula of an optimizer, applied to each weight by itself. Rules are values: two that are
 * equal do the same.
 */
interface StepRule {

  /** How many numbers it remembers of each weight; all are zero in the beginning. */
  int memories();

  /**
   * Replaces the gradient by what is to be subtracted from the weights.
   *
   * @param gradient batch-mean gradient before, step after; [n]
   * @param memory the numbers remembered of each weight, [memories][n]
   * @param rate the learning rate of this step
   * @param t this step's number, from 1
   */
  void step(float[] gradient, float[][] memory, double rate, int t);

  /** What it keeps of past steps, if a schedule may say another share; 0 if there is none. */
  default double momentum() {
    return 0;
  }

  /** The same rule with another momentum; itself if it has none. */
  default StepRule withMomentum(double momentum) {
    return this;
  }

  /** The mean of a sequence as an exponential average sees it before its bias is corrected. */
  static float average(float before, float now, double decay) {
    return (float) (decay * before + (1 - decay) * now);
  }
}
