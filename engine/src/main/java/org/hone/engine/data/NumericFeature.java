package org.hone.engine.data;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.hone.engine.data.Column.Kind;

/**
 * A column of numbers.
 *
 * @param median stands for a missing value
 * @param scale of the column; of its whole channel in an image
 */
record NumericFeature(String name, int number, double median, @JsonAlias("moments") Scale scale)
    implements Feature {

  @Override
  public Kind kind() {
    return Kind.NUMERIC;
  }

  @Override
  public int inputs() {
    return 1;
  }

  @Override
  public void encode(float cell, float[] inputs, int from) {
    inputs[from] = Float.isNaN(cell) ? (float) median : cell;
  }

  @Override
  public CellsReader reader(Place place) {
    return new NumberReader(place);
  }

  /** The same column, scaled otherwise. */
  NumericFeature scaledBy(Scale other) {
    return new NumericFeature(name, number, median, other);
  }
}
