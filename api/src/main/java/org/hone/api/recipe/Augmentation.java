package org.hone.api.recipe;

/**
 * Changes training rows on their way into the network: features, labels, weights, or how many there
 * are.
 */
@FunctionalInterface
public interface Augmentation {

  /**
   * The batch to train on instead. Leaves the given arrays as they are.
   *
   * @param run supplies randomness and the teacher
   */
  Batch apply(Batch batch, Run run);
}
