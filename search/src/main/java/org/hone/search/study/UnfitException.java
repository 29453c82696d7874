package org.hone.search.study;

/** The values that somebody enqueued do not fit the study's space. */
final class UnfitException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  UnfitException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }
}
