package org.hone.engine.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.hone.engine.data.Column.Kind;

/** A column that a network learns from, with what was fitted to it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumericFeature.class, name = "numeric"),
  @JsonSubTypes.Type(value = CategoricalFeature.class, name = "categorical")
})
sealed interface Feature permits NumericFeature, CategoricalFeature {

  /** In the header of the file that it was fitted to. */
  String name();

  /** Of the column in that file, from 1. */
  int number();

  /** How it becomes network inputs. */
  Kind kind();

  /** How many network inputs it becomes. */
  int inputs();

  /** How each of the inputs is scaled. */
  Scale scale();

  /**
   * Writes a cell's inputs where there are zeros so far.
   *
   * @param cell the number, or the place of the category; NaN if it has none
   */
  void encode(float cell, float[] inputs, int from);

  /** Reads such a column from another file. */
  CellsReader reader(Place place);
}
