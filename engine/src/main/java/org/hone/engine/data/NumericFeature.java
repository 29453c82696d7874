package org.hone.engine.data;

import org.hone.engine.data.Column.Kind;

/**
 * A column of numbers.
 *
 * @param median stands for a missing value
 * @param moments of the column; of its whole channel in an image
 */
record NumericFeature(String name, int number, double median, Moments moments) implements Feature {

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
  NumericFeature scaledBy(Moments others) {
    return new NumericFeature(name, number, median, others);
  }
}
