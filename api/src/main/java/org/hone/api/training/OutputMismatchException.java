package org.hone.api.training;

/** Answers of a network are of another number or kind than the data's. A new output may mend it. */
public final class OutputMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public OutputMismatchException(String message) {
    super(message);
  }
}
