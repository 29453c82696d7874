package org.hone.engine.data.file;

import java.util.Optional;

/**
 * What is wrong with a data file; the message names the file, the place, the value, and what is
 * allowed.
 */
public final class DataException extends IllegalArgumentException {
  private final transient Optional<String> purpose;

  DataException(String message) {
    this(message, Optional.empty());
  }

  DataException(String message, Throwable cause) {
    super(message, cause);
    this.purpose = Optional.empty();
  }

  DataException(String message, Optional<String> purpose) {
    super(message);
    this.purpose = purpose;
  }

  /**
   * What a column that is not there was asked for, or a file that cannot serve was given for, as
   * one word such as {@code label} or {@code test}; empty if something else is wrong.
   */
  public Optional<String> purpose() {
    return purpose;
  }
}
