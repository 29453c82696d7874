package org.hone.engine.data;

import org.hone.engine.data.file.ColumnReader;

/** Reads a column to learn from. */
interface FeatureReader extends ColumnReader {

  /**
   * What was read.
   *
   * @throws DataException if a cell does not fit the others
   */
  RawColumn column();
}
