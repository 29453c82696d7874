package org.hone.api.recipe;

import java.util.List;

/**
 * How far a training has come. Schedules and stopping rules are functions of it, so they have no state of their own that
 * a checkpoint could forget.
 *
 * @param epoch the current one, from 0
 * @param epochs the full budget; a rung of a pruner that ends earlier does not change it
 * @param step updates done so far
 * @param stepsPerEpoch updates of one epoch
 * @param evaluations on the validation rows, one per finished epoch
 */
public record Progress(
    int epoch, int epochs, long step, long stepsPerEpoch, List<Evaluation> evaluations) {

  /**
   * One look at the validation rows.
   *
   * @param loss mean cross-entropy, or mean squared error of the scaled target; smaller is better; may be NaN
   * @param score the study's objective, in its own direction; may be NaN
   */
  public record Evaluation(double loss, double score) {}

  public Progress {
    evaluations = List.copyOf(evaluations);
  }

  /** The share of the full budget that is done, in [0, 1]. */
  public double fraction() {
    return Math.min(1, (double) step / Math.max(1, epochs * stepsPerEpoch));
  }
}
