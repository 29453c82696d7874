package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;

/**
 * Reads more rows of the columns of a file from another file. Columns go by name if both have a
 * header, whatever their order, and others are let be; else by position.
 */
record SameColumns(Layout first, Layout other) {

  /** Finds the columns of the first file in another one. */
  static SameColumns of(Layout first, DataFile other) {
    return new SameColumns(
        first,
        Layout.of(other, first.header() ? new HashSet<>(first.names().names()) : new HashSet<>()));
  }

  /**
   * Reads all rows.
   *
   * @param readers by column of the first file, from 0
   * @return how many rows there are
   * @throws DataException if a column is not there
   */
  int read(Map<Integer, ColumnReader> readers) {
    List<ColumnReader> all =
        new ArrayList<>(Collections.nCopies(other.names().width(), ColumnReader.skip()));
    readers.forEach((column, reader) -> all.set(place(column), reader));
    return Table.read(other, all);
  }

  /** Whether columns go by name. */
  boolean byName() {
    return first.header() && other.header();
  }

  private int place(int column) {
    if (byName()) {
      String name = first.names().names().get(column);
      return other.names().find(name).orElseThrow(() -> other.names().unknown(name, Purpose.SAME));
    }
    if (other.names().width() != first.names().width()) {
      throw other
          .file()
          .error(
              "has %d columns, but the file to learn from has %d; without names in both they must be the same"
                  .formatted(other.names().width(), first.names().width()));
    }
    return column;
  }
}
