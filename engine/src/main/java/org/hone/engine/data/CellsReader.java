package org.hone.engine.data;

import java.util.Optional;
import org.hone.engine.data.file.ColumnReader;

/** Reads a column of which everything is known but its cells. */
interface CellsReader extends ColumnReader {

  /** What was read. */
  Cells cells();

  /** What a user should know of them. */
  default Optional<String> warning() {
    return Optional.empty();
  }
}
