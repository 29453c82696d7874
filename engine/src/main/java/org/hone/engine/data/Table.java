package org.hone.engine.data;

import java.util.List;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.CsvScan;

/** Reads the rows of a file into one reader per column. */
final class Table implements CsvScan.Sink {
  private final Layout layout;
  private final List<ColumnReader> readers;
  private boolean headerAhead;
  private int rows;

  private Table(Layout layout, List<ColumnReader> readers) {
    this.layout = layout;
    this.readers = List.copyOf(readers);
    this.headerAhead = layout.header();
  }

  /**
   * Reads all rows.
   *
   * @param readers one for each column of the file
   * @return how many rows there are, at least one
   * @throws DataException if a row has another number of cells than the first line, or if there is
   *     no row
   */
  static int read(Layout layout, List<ColumnReader> readers) {
    Table table = new Table(layout, readers);
    CsvScan.scan(layout.file(), layout.separator(), table);
    if (table.rows == 0) {
      throw layout.file().error("has a header, but no rows");
    }
    return table.rows;
  }

  @Override
  public void cell(int column, Cell cell) {
    if (!headerAhead && column < readers.size()) {
      readers.get(column).read(cell);
    }
  }

  @Override
  public boolean record(int cells, long line) {
    if (cells != readers.size()) {
      throw layout
          .file()
          .error(
              line,
              "has %d cells, but the first line has %d (separator %s)"
                  .formatted(cells, readers.size(), layout.separatorName()));
    }
    rows += headerAhead ? 0 : 1;
    headerAhead = false;
    return true;
  }
}
