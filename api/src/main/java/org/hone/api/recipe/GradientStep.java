package org.hone.api.recipe;

/** Computes the gradient of one update. */
@FunctionalInterface
public interface GradientStep {

  /** What becomes of the gradient. */
  enum Outcome {
    /** The optimizer applies it. */
    APPLY,
    /** The weights stay as they are, such as after an overflow of scaled gradients. */
    SKIP
  }

  /** Leaves the batch-mean gradient in {@link Run#gradients}. */
  Outcome compute(Batch batch);
}
