package org.hone.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.split.Dealing;
import org.hone.engine.data.split.Units;

/** Reads which group rows belong to: any text, the same for rows of the same group. */
final class GroupReader implements ColumnReader {
  private final Place place;
  private final Map<String, IntStream.Builder> rowsOf = new HashMap<>();
  private final List<IntStream.Builder> groups = new ArrayList<>();
  private int rows;

  GroupReader(Place place) {
    this.place = place;
  }

  /** {@inheritDoc} Throws {@link DataException} where it is missing. */
  @Override
  public void read(Cell cell) {
    if (cell.isMissing()) {
      throw place.error(
          Sighting.of(cell),
          "the group is missing; give the row a group of its own if it has none");
    }
    rowsOf.computeIfAbsent(cell.text(), text -> begin()).add(rows++);
  }

  private IntStream.Builder begin() {
    IntStream.Builder rowsOfOne = IntStream.builder();
    groups.add(rowsOfOne);
    return rowsOfOne;
  }

  /** Deals out groups, as alike as may be in what is predicted. */
  Dealing dealing(Target target) {
    List<int[]> members = groups.stream().map(builder -> builder.build().toArray()).toList();
    return new Units(
        "groups",
        members,
        members.stream()
            .map(
                group ->
                    IntStream.of(group)
                        .flatMap(row -> IntStream.of(target.classesOf(row)))
                        .toArray())
            .toList());
  }
}
