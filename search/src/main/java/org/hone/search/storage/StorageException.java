package org.hone.search.storage;

/**
 * The medium failed: a full disk, a read-only file, a database of another version. The message
 * names it.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }

  public StorageException(String message) {
    super(message);
  }
}
