package org.hone.api.recipe;

import java.util.List;

/**
 * How far a training has come. Schedules and stopping rules are functions of it, so they have no
 * state of their own that a checkpoint could forget.
 *
 * @param epoch the current one, from 0
 * @param epochs the full budget, at least 1; a rung of a pruner that ends earlier does not change
 *     it
 * @param step steps done so far, skipped ones included
 * @param stepOfEpoch those of them that belong to the current epoch
 * @param stepsPerEpoch steps of the current epoch; an order that repeats or leaves out rows may
 *     change it
 * @param evaluations on the validation rows, one per finished epoch
 */
public record Progress(
    int epoch,
    int epochs,
    long step,
    long stepOfEpoch,
    long stepsPerEpoch,
    List<Evaluation> evaluations) {

  /**
   * One look at the validation rows.
   *
   * @param loss mean cross-entropy, or mean squared error of the scaled target; smaller is better;
   *     may be NaN
   * @param score the study's objective, in its own direction; may be NaN
   */
  public record Evaluation(double loss, double score) {}

  public Progress {
    if (epochs < 1) {
      throw new IllegalArgumentException("a training has at least 1 epoch, but epochs=" + epochs);
    }
    evaluations = List.copyOf(evaluations);
  }

  /** The share of the full budget that is done, in [0, 1]. */
  public double fraction() {
    double ofEpoch = (double) stepOfEpoch / Math.max(1, stepsPerEpoch);
    return Math.min(1, (epoch + ofEpoch) / epochs);
  }
}
