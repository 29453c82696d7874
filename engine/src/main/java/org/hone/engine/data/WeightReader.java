package org.hone.engine.data;

import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;

/** Reads how much rows count: numbers above 0. */
final class WeightReader implements ColumnReader {
  private final Place place;
  private final Cells.Builder weights = new Cells.Builder();

  WeightReader(Place place) {
    this.place = place;
  }

  /** {@inheritDoc} Throws {@link DataException} at anything but a finite number above 0. */
  @Override
  public void read(Cell cell) {
    float weight = (float) cell.number();
    if (!(weight > 0 && weight < Float.POSITIVE_INFINITY)) {
      Sighting seen = Sighting.of(cell);
      throw place.error(
          seen,
          "'%s' is no weight; allowed is a number above 0 in every row".formatted(seen.text()));
    }
    weights.add(weight);
  }

  /** By row. */
  Cells weights() {
    return weights.build();
  }
}
