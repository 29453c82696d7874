package org.hone.engine.data;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.hone.engine.data.file.Cell;

/** Reads a column whose categories are known. Any other text becomes NaN, like a missing value. */
final class CategoryReader implements CellsReader {
  private static final int NAMED = 3;

  private final Place place;
  private final Categories categories;
  private final Cells.Builder cells = new Cells.Builder();
  private final Set<String> someUnknown = new LinkedHashSet<>();
  private int unknown;

  CategoryReader(Place place, Categories categories) {
    this.place = place;
    this.categories = categories;
  }

  @Override
  public void read(Cell cell) {
    if (cell.isMissing()) {
      cells.addMissing();
      return;
    }
    String text = cell.text();
    Optional<Integer> known = categories.place(text);
    cells.add(known.isPresent() ? known.get() : Float.NaN);
    if (known.isEmpty()) {
      unknown++;
      if (someUnknown.size() < NAMED) {
        someUnknown.add("'" + text + "'");
      }
    }
  }

  @Override
  public Cells cells() {
    return cells.build();
  }

  @Override
  public Optional<String> warning() {
    return unknown == 0
        ? Optional.empty()
        : Optional.of(
            "%s: %d rows have a category that was not there in training, such as %s; they count as having none"
                .formatted(place, unknown, String.join(", ", someUnknown)));
  }
}
