package org.hone.engine.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.file.DataFile;

/**
 * What the columns of a file are called, in order. Columns without a name are {@code column1},
 * {@code column2} ...
 */
record ColumnNames(DataFile file, List<String> names) {
  private static final int LISTED = 20;

  ColumnNames {
    names = List.copyOf(names);
    Map<String, Integer> seen = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      Integer other = seen.put(names.get(column), column);
      if (other != null) {
        throw file.error(
            "columns %d and %d are both called '%s'; give each a name of its own"
                .formatted(other + 1, column + 1, names.get(column)));
      }
    }
  }

  /** Names of the cells of a header. */
  static ColumnNames header(DataFile file, List<String> cells) {
    return new ColumnNames(
        file,
        IntStream.range(0, cells.size())
            .mapToObj(column -> cells.get(column).isEmpty() ? numbered(column) : cells.get(column))
            .toList());
  }

  /** Names where there is no header. */
  static ColumnNames numbered(DataFile file, int width) {
    return new ColumnNames(
        file, IntStream.range(0, width).mapToObj(ColumnNames::numbered).toList());
  }

  int width() {
    return names.size();
  }

  Place place(int column) {
    return new Place(file, names.get(column), column + 1);
  }

  /** The column of that name, counted from 0. */
  Optional<Integer> find(String name) {
    int column = names.indexOf(name);
    return column < 0 ? Optional.empty() : Optional.of(column);
  }

  /**
   * The column of that name or number, counted from 0.
   *
   * @throws DataException if there is none, with the nearest name
   */
  int resolve(String nameOrNumber, Purpose purpose) {
    return find(nameOrNumber)
        .or(() -> byNumber(nameOrNumber))
        .orElseThrow(() -> unknown(nameOrNumber, purpose));
  }

  /** The error that there is no such column. */
  DataException unknown(String name, Purpose purpose) {
    return file.error(
        "there is no column '%s' %s%s%s; the %d columns are %s"
            .formatted(
                name,
                purpose.words(),
                suggestion(name),
                name.matches("0+|-\\d+") ? "; numbers of columns begin at 1" : "",
                width(),
                listed()),
        purpose.id());
  }

  private Optional<Integer> byNumber(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(digits -> Integer.parseInt(digits) - 1)
        .filter(column -> column >= 0 && column < width());
  }

  private String suggestion(String wanted) {
    return names.stream()
        .filter(name -> distance(wanted, name) <= Math.max(wanted.length(), name.length()) / 2)
        .min(Comparator.comparingInt(name -> distance(wanted, name)))
        .map(" (did you mean '%s'?)"::formatted)
        .orElse("");
  }

  private String listed() {
    String some = String.join(", ", names.subList(0, Math.min(LISTED, width())));
    return width() <= LISTED ? some : some + " ...";
  }

  private static String numbered(int column) {
    return "column" + (column + 1);
  }

  /** Levenshtein's: insertions, deletions and replacements from one to the other, in any case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
