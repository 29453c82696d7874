package org.hone.api.recipe;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Acts on the weights beside the optimizer: averages, masks, looks ahead, takes snapshots. */
public interface WeightRule {

  /**
   * Opens the rule for one training. All that it remembers from one step to another lives in {@link
   * Run#state}, or follows from {@link Run#progress}: a training that was cut off goes on with
   * these alone.
   */
  @FunctionalInterface
  interface Factory {
    /** Called once, before the first step. */
    WeightRule open(Run run);
  }

  /**
   * After each update of the optimizer, which {@link Run#progress} counts; may write to {@link
   * Run#weights}.
   */
  default void afterUpdate() {}

  /** The weights to evaluate and to keep instead of {@link Run#weights}, [n]; empty for those. */
  default Optional<INDArray> evaluationWeights() {
    return Optional.empty();
  }

  /** Weights whose predictions are averaged with those of the final ones, each [n]. */
  default List<INDArray> members() {
    return List.of();
  }
}
