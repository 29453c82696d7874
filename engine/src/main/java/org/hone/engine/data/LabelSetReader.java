package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;

/** Reads a column whose cells hold any number of labels; an empty cell holds none. */
final class LabelSetReader implements ColumnReader {
  private final Place place;
  private final Pattern separator;
  private final List<Set<String>> rows = new ArrayList<>();

  LabelSetReader(Place place, String separator) {
    this.place = place;
    this.separator = Pattern.compile(separator, Pattern.LITERAL);
  }

  @Override
  public void read(Cell cell) {
    Set<String> labels = new HashSet<>();
    if (!cell.isMissing()) {
      Arrays.stream(separator.split(cell.text()))
          .map(String::strip)
          .filter(label -> !label.isEmpty())
          .forEach(labels::add);
    }
    rows.add(labels);
  }

  /**
   * The labels, in alphabetical order.
   *
   * @throws DataException if there are none, or too many
   */
  LabelTarget target() {
    Set<String> all = new TreeSet<>();
    rows.forEach(all::addAll);
    if (all.isEmpty() || all.size() > Dictionary.MOST) {
      throw place.error(
          "has %d different labels; allowed: 1 to %d".formatted(all.size(), Dictionary.MOST));
    }
    List<Cells> values = new ArrayList<>();
    for (String label : all) {
      Cells.Builder cells = new Cells.Builder();
      rows.forEach(labels -> cells.add(labels.contains(label) ? 1 : 0));
      values.add(cells.build());
    }
    return new LabelTarget(List.of(place.name()), List.copyOf(all), values);
  }
}
