package org.hone.engine.data.file;

/**
 * What is wrong with a data file; the message names the file, the place, the value, and what is
 * allowed.
 */
public final class DataException extends IllegalArgumentException {

  DataException(String message) {
    super(message);
  }

  DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
