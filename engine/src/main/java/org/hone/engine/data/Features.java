package org.hone.engine.data;

import java.util.List;
import org.hone.api.training.InputShape;

/** What all rows of a data set are learnt from, as it was read. A kind of input each. Immutable. */
sealed interface Features permits Columns, Images, Sequences, Texts {

  /** The shape of one row after encoding; the same for every split. */
  InputShape input();

  /** These rows with a coding fitted to some of them. */
  Coded<?> fit(int[] trainingRows);

  /** The columns, if they are columns of a table. */
  default List<Column> columns() {
    return List.of();
  }

  /** What a user should look at before trusting them. */
  List<String> remarks();
}
