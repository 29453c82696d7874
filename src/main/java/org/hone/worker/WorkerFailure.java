package org.hone.worker;

/** A worker is gone, or of no use. The message says in a sentence how that came. */
final class WorkerFailure extends Exception {
  private static final long serialVersionUID = 1;

  WorkerFailure(String message) {
    super(message);
  }
}
