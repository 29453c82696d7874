package org.hone.search.storage.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import org.hone.search.storage.StorageException;

/** What SQLite's errors mean to whoever must mend them. */
enum SqliteFailure {
  // https://www.sqlite.org/rescode.html
  BUSY(5, "was locked by another program for a minute; nothing was written"),
  READ_ONLY(8, "is read-only; studies need a file that can be written"),
  IO(10, "could not be read or written"),
  CORRUPT(11, "is damaged; restore it from a copy, or see sqlite3's .recover"),
  FULL(13, "cannot grow, the disk is full; nothing was written"),
  CANNOT_OPEN(14, "could not be opened"),
  NOT_A_DATABASE(26, "is not a database of SQLite");

  private final int code;
  private final String meaning;

  SqliteFailure(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Whether that is what SQLite reported, in its basic or an extended code. */
  boolean is(SQLException cause) {
    return code == (cause.getErrorCode() & 0xff);
  }

  /** An exception that names the file and says what is wrong with it. */
  static StorageException exception(Path file, SQLException cause) {
    for (SqliteFailure failure : values()) {
      if (failure.is(cause)) {
        return new StorageException(
            "%s %s (%s)".formatted(file, failure.meaning, cause.getMessage()), cause);
      }
    }
    return new StorageException(file + ": " + cause.getMessage(), cause);
  }
}
