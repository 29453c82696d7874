package org.hone.engine.data;

import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.DataFile;

/**
 * Where a text was seen.
 *
 * @param line from 1; {@link #SOMEWHERE} if only the file is known
 */
record Sighting(DataFile file, long line, String text) {
  static final long SOMEWHERE = 0;

  private static final int LONGEST = 60;

  /** A cell as it is now, cut if it is long. */
  static Sighting of(Cell cell) {
    String text = cell.text();
    return new Sighting(
        cell.file(),
        cell.line(),
        text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...");
  }
}
