package org.hone.engine.data.file;

/** Takes in the cells of one column, one after the other. */
public interface ColumnReader {

  /** The column's cell of the next row. */
  void read(Cell cell);

  /** Both take in the column. */
  default ColumnReader and(ColumnReader other) {
    return cell -> {
      read(cell);
      other.read(cell);
    };
  }

  /** Takes no notice of a column. */
  static ColumnReader skip() {
    return cell -> {};
  }
}
