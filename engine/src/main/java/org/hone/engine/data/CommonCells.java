package org.hone.engine.data;

import java.util.List;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.file.DataFile;

/**
 * Reads a column in which all steps of a sequence hold the same, and hands on one cell for each
 * sequence.
 */
final class CommonCells implements ColumnReader {
  private final Place place;
  private final Purpose purpose;
  private final ColumnReader reader;
  private NameReader cells = new NameReader();

  /**
   * Reads nothing yet.
   *
   * @param reader to whom cells are handed on
   */
  CommonCells(Place place, Purpose purpose, ColumnReader reader) {
    this.place = place;
    this.purpose = purpose;
    this.reader = reader;
  }

  @Override
  public void read(Cell cell) {
    cells.read(cell);
  }

  /**
   * Hands on what was read of a file, if the column was looked at there, and is ready for another.
   *
   * @param ids of its sequences
   * @param steps of its sequences, by line, in the order of the file
   * @throws DataException if two steps of a sequence hold different things
   */
  void handOn(DataFile file, List<String> ids, List<int[]> steps) {
    List<String> names = cells.names();
    int[] nameOf = cells.rows();
    long[] lines = cells.lines();
    for (int i = 0; i < steps.size() && nameOf.length > 0; i++) {
      int first = steps.get(i)[0];
      Sighting seen = new Sighting(file, lines[first], names.get(nameOf[first]));
      for (int step : steps.get(i)) {
        if (nameOf[step] != nameOf[first]) {
          throw differs(ids.get(i), seen, new Sighting(file, lines[step], names.get(nameOf[step])));
        }
      }
      reader.read(Cell.of(file, seen.line(), seen.text()));
    }
    cells = new NameReader();
  }

  private DataException differs(String id, Sighting first, Sighting other) {
    String what = purpose.noun();
    return place.error(
        other,
        "sequence '%s' has the %s '%s' here, but '%s' in line %d; all steps of a sequence have one %s"
            .formatted(id, what, other.text(), first.text(), first.line(), what));
  }
}
