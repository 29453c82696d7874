package org.hone.engine.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.hone.api.training.Checkpointing;

/**
 * Keeps the state of a training at the ends of epochs, as often as its share of time allows, and
 * goes on from it. A disk that fails costs the checkpoints, not the training.
 */
final class Checkpoints {
  /** Before the first was written nobody knows what one takes; a disk is slow at confirming. */
  private static final double FIRST_NANOS = 1e7;

  private final CheckpointFile file;
  private final double share;
  private final List<Resumable> parts;
  private final Consumer<String> notes;
  private final LongSupplier nanoTime;
  private double cost = FIRST_NANOS;
  private long last;
  private boolean failed;

  /**
   * @param training to tell it from others
   * @param parts in an order that is always the same
   * @param notes where the user is told what went wrong
   * @param nanoTime as {@link System#nanoTime}
   */
  Checkpoints(
      Checkpointing settings,
      String training,
      List<Resumable> parts,
      Consumer<String> notes,
      LongSupplier nanoTime) {
    this.file = new CheckpointFile(settings.file(), training);
    this.share = settings.share();
    this.parts = List.copyOf(parts);
    this.notes = notes;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /** Restores what was kept, if there is anything that is fit for it. */
  boolean resume() {
    if (!Files.isRegularFile(file.path())) {
      return false;
    }
    try {
      Optional<String> obstacle = file.obstacle();
      if (obstacle.isPresent()) {
        notes.accept("checkpoint not used, since " + obstacle.get());
        return false;
      }
      file.read(parts);
      return true;
    } catch (IOException e) {
      notes.accept("checkpoint not used, since it cannot be read: " + describe(e));
      return false;
    } finally {
      last = nanoTime.getAsLong();
    }
  }

  /** Writes, if the last time is long enough ago. */
  void epochEnded() {
    long begin = nanoTime.getAsLong();
    if (failed || cost > share * (begin - last)) {
      return;
    }
    try {
      file.write(parts);
    } catch (IOException e) {
      // a full disk may be a matter of minutes, but each attempt costs time
      failed = true;
      notes.accept("the training goes on without checkpoints: " + describe(e));
    }
    last = nanoTime.getAsLong();
    cost = last - begin;
  }

  private static String describe(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
