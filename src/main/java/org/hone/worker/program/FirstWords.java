package org.hone.worker.program;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a program can be run at all. One that the shell does not find, or that has ended again
 * and again without a single word, is given up: every further trial would fail in the same way.
 * Thread-safe.
 */
final class FirstWords {
  private static final int PATIENCE = 10;

  private boolean heard;
  private int missed;
  private Optional<String> hopeless = Optional.empty();

  /** A program has said something. */
  synchronized void heard() {
    heard = true;
  }

  /**
   * A program has ended without a word.
   *
   * @param exitStatus empty if it is not known
   * @param reason in words
   */
  synchronized void missed(OptionalInt exitStatus, String reason) {
    missed++;
    boolean notFound = exitStatus.stream().anyMatch(Shell::foundNothing);
    if (!heard && (notFound || missed >= PATIENCE)) {
      hopeless = Optional.of(reason);
    }
  }

  /** Why it was given up; empty if it was not. */
  synchronized Optional<String> hopeless() {
    return hopeless;
  }
}
