package org.hone.worker;

/** A worker is gone, or of no use. The message says in a sentence how that came. */
final class WorkerFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean fromOutside;

  WorkerFailure(String message) {
    this(message, false);
  }

  WorkerFailure(String message, boolean fromOutside) {
    super(message);
    this.fromOutside = fromOutside;
  }

  /** Whether somebody else ended the worker, as far as one can tell. */
  boolean isFromOutside() {
    return fromOutside;
  }
}
