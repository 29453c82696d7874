package org.hone.api.training;

import java.nio.file.Path;

/**
 * Where a training keeps its state, so that the same training goes on from there after it was cut
 * off, and ends as if nothing had happened. A file belongs to one training: one recipe, task and
 * seed.
 *
 * @param file replaced as a whole at the ends of epochs; its folder is made if it is not there.
 *     Whoever asked for the training deletes it
 * @param share of the training's time that keeping the state may take, more than 0; infinity for
 *     after each epoch
 */
public record Checkpointing(Path file, double share) {
  /** Of a training's time, so that nobody notices. */
  public static final double USUAL_SHARE = 0.02;

  public Checkpointing {
    if (!(share > 0)) {
      throw new IllegalArgumentException("share of time is more than 0, but is " + share);
    }
  }

  /** With the usual share. */
  public static Checkpointing to(Path file) {
    return new Checkpointing(file, USUAL_SHARE);
  }
}
