package org.hone.engine.data;

import java.util.stream.DoubleStream;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.Dates;

/** Reads when rows were: numbers, or ISO 8601 dates and times; those without a zone in UTC. */
final class TimeReader implements ColumnReader {
  private final Place place;
  private final DoubleStream.Builder times = DoubleStream.builder();
  private boolean begun;
  private boolean numbers;

  TimeReader(Place place) {
    this.place = place;
  }

  /**
   * {@inheritDoc} Throws {@link DataException} at anything else, and where dates and numbers are
   * mixed.
   */
  @Override
  public void read(Cell cell) {
    double number = cell.number();
    boolean isNumber = Double.isFinite(number);
    double time = isNumber ? number : Dates.seconds(cell.text());
    if (Double.isNaN(time) || (begun && isNumber != numbers)) {
      Sighting seen = Sighting.of(cell);
      throw place.error(
          seen,
          "'%s' is no time; allowed in every row are numbers only, or dates only, such as 2024-03-31 or 2024-03-31T18:30"
              .formatted(seen.text()));
    }
    begun = true;
    numbers = isNumber;
    times.add(time);
  }

  /** By row; later is more. */
  double[] times() {
    return times.build().toArray();
  }
}
