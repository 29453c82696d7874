package org.hone.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;

/** Reads a column as it stands there: names, each with a number in the order of appearance. */
final class NameReader implements ColumnReader {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final IntStream.Builder rows = IntStream.builder();
  private final LongStream.Builder lines = LongStream.builder();

  @Override
  public void read(Cell cell) {
    String text = cell.text();
    Integer known = numbers.putIfAbsent(text, names.size());
    if (known == null) {
      names.add(text);
    }
    rows.add(known == null ? names.size() - 1 : known);
    lines.add(cell.line());
  }

  /** By number. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** By row the number of its name. */
  int[] rows() {
    return rows.build().toArray();
  }

  /** By row the line where it begins, from 1. */
  long[] lines() {
    return lines.build().toArray();
  }
}
