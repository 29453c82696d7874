package org.hone.engine.data;

/**
 * A column of a file, as errors name it.
 *
 * @param number from 1; 0 for labels that are not in a column
 */
record Place(DataFile file, String name, int number) {

  /** An error about a cell in a line, counted from 1. */
  DataException error(long line, String what) {
    return file.error(line, this + ": " + what);
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
