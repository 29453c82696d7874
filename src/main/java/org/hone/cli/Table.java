package org.hone.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of text under a heading, in columns as wide as they need to be. The last column takes what
 * is left of the width; what does not fit there ends in an ellipsis.
 */
final class Table {
  private static final int WIDTH = 80;
  private static final int LEAST = 12;
  private static final String GAP = "  ";

  /** On which side of its column a cell stands. */
  enum Side {
    LEFT,
    RIGHT
  }

  private final List<Side> sides;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without columns. */
  Table() {
    this.sides = new ArrayList<>();
    rows.add(new ArrayList<>());
  }

  /** Adds a column; all are added before the first row. */
  Table column(String heading, Side side) {
    sides.add(side);
    rows.get(0).add(heading);
    return this;
  }

  /** Adds a row of one cell per column. */
  void row(List<String> cells) {
    if (cells.size() != sides.size()) {
      throw new IllegalArgumentException(
          "a row has %d cells, but got %s".formatted(sides.size(), cells));
    }
    rows.add(List.copyOf(cells));
  }

  /** The heading, and then a line per row. */
  List<String> lines() {
    return lines(WIDTH);
  }

  /** The heading, and then a line per row, with nothing cut. */
  List<String> wholeLines() {
    return lines(Integer.MAX_VALUE);
  }

  private List<String> lines(int most) {
    List<Integer> widths = IntStream.range(0, sides.size()).mapToObj(this::width).toList();
    return rows.stream().map(row -> line(row, widths, most)).toList();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private String line(List<String> cells, List<Integer> widths, int most) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean last = i == cells.size() - 1;
      if (last) {
        line.append(cut(cell, Math.max(LEAST, most - line.length())));
      } else {
        String blanks = String.join("", Collections.nCopies(widths.get(i) - cell.length(), " "));
        line.append(sides.get(i) == Side.LEFT ? cell + blanks : blanks + cell).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell, int width) {
    return cell.length() <= width ? cell : cell.substring(0, width - 1) + "…";
  }
}
