package org.hone.api.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hone.api.recipe.Inference;
import org.nd4j.linalg.api.ndarray.INDArray;

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

  /**
   * What else is to be measured of the final weights, by id: metrics on the validation rows, and
   * what the engine knows to measure of a training, such as its time. Each is a figure of the
   * result, named by {@link Meters#figure}.
   */
  default List<String> figures() {
    return List.of();
  }

  /** Where the training keeps its state between epochs; empty if nobody means to go on with it. */
  default Optional<Checkpointing> checkpointing() {
    return Optional.empty();
  }

  /** Something about the training that the user should know, in one line. */
  default void note(String line) {}

  /** The teacher of a distillation. */
  default Optional<Inference> teacher() {
    return Optional.empty();
  }

  /**
   * What the teacher says of all training rows as they are, [rows, outputs], in their order. Who
   * knows that several trainings learn from the same rows and the same teacher may keep it for the
   * next ones; it is read and never written.
   *
   * @param asked asks the teacher
   */
  default INDArray softLabels(Supplier<INDArray> asked) {
    return asked.get();
  }
}
