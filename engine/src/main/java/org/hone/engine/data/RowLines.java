package org.hone.engine.data;

import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;

/** Which lines of a CSV file make up a row, that which is dealt out and learnt as one. */
interface RowLines {

  /** Every line is a row. */
  RowLines ONE_EACH =
      new RowLines() {
        @Override
        public ColumnReader whole(Place place, Purpose purpose, ColumnReader reader) {
          return reader;
        }

        @Override
        public int end(DataFile file, int lines) {
          return lines;
        }

        @Override
        public double[] earliest(double[] times) {
          return times;
        }
      };

  /**
   * Reads a column in which all lines of a row hold the same.
   *
   * @param purpose what it holds
   * @param reader gets one cell for each row, at the end of the file at the latest
   */
  ColumnReader whole(Place place, Purpose purpose, ColumnReader reader);

  /**
   * To be called when all lines of a file are read; those of another file may follow.
   *
   * @return how many rows they make up
   * @throws DataException if lines of a row hold different things in a column of {@link #whole}
   */
  int end(DataFile file, int lines);

  /**
   * The earliest time of each row.
   *
   * @param times by line, of all files that are read
   */
  double[] earliest(double[] times);
}
