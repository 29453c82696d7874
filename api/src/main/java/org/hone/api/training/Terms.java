package org.hone.api.training;

import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Inference;

/**
 * Under which terms a training runs, and how it reports: all that an engine knows of whoever asked
 * for it.
 */
public interface Terms {

  /** From which all randomness of the training follows. */
  long seed();

  /** The full budget, at least 1. */
  int epochs();

  /**
   * Called after each epoch.
   *
   * @param epoch finished epochs, from 1
   * @param score the objective on the validation rows; may be NaN
   * @param readings of the training's meters by name
   * @return STOP to end the training now, with the weights as they are
   */
  Decision report(int epoch, double score, Map<String, Double> readings);

  /** Whether the training should end within one step; looked at before each. */
  default boolean stopRequested() {
    return false;
  }

  /** The teacher of a distillation. */
  default Optional<Inference> teacher() {
    return Optional.empty();
  }
}
