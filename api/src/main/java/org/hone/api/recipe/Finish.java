package org.hone.api.recipe;

/** What is done to a model after its training: pruning, quantization. */
@FunctionalInterface
public interface Finish {

  /** Changes the weights of {@link Trainer#run} in place. */
  void apply(Trainer trainer);
}
