package org.hone.engine.data;

import org.hone.engine.data.file.DataException;
import org.hone.engine.data.file.DataFile;

/**
 * A column of a file, as errors name it.
 *
 * @param number from 1; 0 for labels that are not in a column
 */
record Place(DataFile file, String name, int number) {

  /** An error about a cell, which may be in another file with the same column. */
  DataException error(Sighting seen, String what) {
    String error = this + ": " + what;
    return seen.line() == Sighting.SOMEWHERE
        ? seen.file().error(error)
        : seen.file().error(seen.line(), error);
  }

  /** An error about the whole column. */
  DataException error(String what) {
    return file.error(this + ": " + what);
  }

  @Override
  public String toString() {
    if (number == 0) {
      return "label '%s'".formatted(name);
    }
    return name.equals("column" + number)
        ? "column " + number
        : "column '%s' (number %d)".formatted(name, number);
  }
}
