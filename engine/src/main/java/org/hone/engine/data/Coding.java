package org.hone.engine.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How features of one kind become what a network sees; fitted to training rows, and saved with a
 * model.
 *
 * @param <R> how rows of this kind lie in memory
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ColumnCoding.class, name = "columns"),
  @JsonSubTypes.Type(value = ImageCoding.class, name = "images"),
  @JsonSubTypes.Type(value = SequenceCoding.class, name = "sequences"),
  @JsonSubTypes.Type(value = TextCoding.class, name = "text")
})
sealed interface Coding<R> permits ColumnCoding, ImageCoding, SequenceCoding, TextCoding {

  /** The shape of one row. */
  InputShape input();

  /** What a network sees of some rows before {@link #scaling}. */
  Inputs encode(R rows, int[] which);

  /** From features as they are encoded to new ones in the scale of training. */
  UnaryOperator<INDArray> scaling();

  /** Reads rows to predict. */
  RawRows read(DataFile file);

  /**
   * Takes rows to predict, each a text by column.
   *
   * @throws IllegalArgumentException if these are no columns
   */
  default RawRows read(List<Map<String, String>> rows) {
    throw new IllegalArgumentException(
        "the model learnt from no table but from input of kind %s; give it a file or folder"
            .formatted(input().kind().id()));
  }

  /** Which of the numbers in its inputs stand for words that mean the same. */
  default Synonyms synonyms(Thesaurus thesaurus) {
    return Synonyms.none();
  }

  /** The columns that predictions are made from, in order, if they are columns of a table. */
  default Map<String, Column.Kind> columns() {
    return Map.of();
  }
}
