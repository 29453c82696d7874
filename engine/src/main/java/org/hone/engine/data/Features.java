package org.hone.engine.data;

import java.util.List;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.file.DataFile;

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

  /**
   * The same, with words that mean the same.
   *
   * @throws DataException if these are no texts, or the file is of no use for them
   */
  default Features withSynonyms(DataFile file) {
    throw file.error("holds synonyms, which only texts have");
  }

  /** Which words mean the same. */
  default Thesaurus thesaurus() {
    return Thesaurus.NONE;
  }

  /** What a user should look at before trusting them. */
  List<String> remarks();
}
