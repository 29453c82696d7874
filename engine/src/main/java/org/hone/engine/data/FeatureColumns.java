package org.hone.engine.data;

import java.util.Map;
import org.hone.engine.data.file.ColumnReader;

/** What is learnt from in a CSV file: reads it, and makes features of it. */
interface FeatureColumns {

  /** By column, from 0. */
  Map<Integer, ? extends ColumnReader> readers();

  /** Which lines make up a row. */
  default RowLines lines() {
    return RowLines.ONE_EACH;
  }

  /**
   * Looks at the columns of another file whose rows are to be read too.
   *
   * @throws DataException if they tell that its rows are of another kind
   */
  default void requireAlike(SameColumns others) {}

  /**
   * Of all rows that were read.
   *
   * @throws DataException if they do not fit together
   */
  Features features(Target target);
}
