package org.hone.engine.data;

import java.util.List;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.DataException;

/** Reads a column that must hold numbers. A missing value becomes NaN. */
final class NumberReader implements FeatureReader, CellsReader {
  private final Place place;
  private final String wayOut;
  private final Cells.Builder cells = new Cells.Builder();
  private int missing;

  NumberReader(Place place) {
    this(place, "");
  }

  /**
   * A reader at the start of its column.
   *
   * @param wayOut the end of the message at a text
   */
  NumberReader(Place place, String wayOut) {
    this.place = place;
    this.wayOut = wayOut;
  }

  /** {@inheritDoc} Throws {@link DataException} at a text, and at a number beyond float. */
  @Override
  public void read(Cell cell) {
    if (cell.isMissing()) {
      missing++;
      cells.addMissing();
      return;
    }
    double number = cell.number();
    if (Double.isNaN(number)) {
      throw notNumber(place, Sighting.of(cell), wayOut);
    }
    if (Float.isInfinite((float) number)) {
      throw notFloat(place, Sighting.of(cell));
    }
    cells.add((float) number);
  }

  @Override
  public RawColumn column() {
    return new RawColumn(
        place, new Column(place.name(), Column.Kind.NUMERIC, missing, List.of()), cells());
  }

  @Override
  public Cells cells() {
    return cells.build();
  }

  /** The error at a text among numbers. */
  static DataException notNumber(Place place, Sighting text, String wayOut) {
    return place.error(
        text,
        "'%s' is not a number; allowed is a number such as -1.5 or 2e3, or %s%s"
            .formatted(text.text(), Cell.MISSING, wayOut));
  }

  /** The error at a number that is infinite as a float. */
  static DataException notFloat(Place place, Sighting number) {
    return place.error(
        number, "'%s' is too large; numbers go up to %s".formatted(number.text(), Float.MAX_VALUE));
  }
}
