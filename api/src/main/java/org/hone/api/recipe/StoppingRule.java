package org.hone.api.recipe;

/** When a training ends before its budget. A pure function of {@link Progress}. */
public interface StoppingRule {

  /** Asked after each epoch's evaluation. */
  boolean shouldStop(Progress now);

  /** Whether the weights of the epoch with the smallest validation loss become the result. */
  boolean restoresBest();
}
