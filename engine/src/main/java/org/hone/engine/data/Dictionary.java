package org.hone.engine.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers the distinct texts of a column as they come, as long as that may be of use. */
final class Dictionary {
  /** More categories than these have none of their own if they are rare. */
  static final int MOST = 1000;

  /** Categories in fewer rows than these are rare. */
  static final int COMMON = 10;

  private static final int MOST_TEXTS = 1_000_000;

  private final Map<String, Integer> codes = new HashMap<>();
  private final Cells.Builder rows = new Cells.Builder();

  /** Takes in the next row's text; whether it is the first of its kind. */
  boolean add(String text) {
    Integer code = codes.putIfAbsent(text, codes.size());
    rows.add(code == null ? codes.size() - 1 : code);
    return code == null;
  }

  /** The next row has none. */
  void addMissing() {
    rows.addMissing();
  }

  /** Whether there are too many for each to have an input of its own. */
  boolean isLarge() {
    return codes.size() > MOST;
  }

  /**
   * Whether another one is of no use.
   *
   * @param numbers whether the column seems to hold numbers
   */
  boolean isFull(boolean numbers) {
    return codes.size() > (numbers ? MOST : MOST_TEXTS);
  }

  /**
   * The most common ones, each in at least {@value #COMMON} rows, and a place for all others; empty
   * if there are none, or if not all rows were taken in.
   */
  Optional<Categories> common() {
    Map<String, Integer> counts = new HashMap<>();
    int[] rowsOf = new int[codes.size()];
    Cells coded = rows.build();
    for (int row = 0; row < coded.rows(); row++) {
      if (!coded.isMissing(row)) {
        rowsOf[(int) coded.at(row)]++;
      }
    }
    codes.forEach(
        (text, code) -> counts.merge(Categories.canonical(text), rowsOf[code], Integer::sum));
    List<String> common =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= COMMON)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    return common.isEmpty() ? Optional.empty() : Optional.of(Categories.of(common).withOther());
  }

  Categories categories() {
    return Categories.of(codes.keySet());
  }

  /** The places of the texts among categories. */
  Cells places(Categories categories) {
    int[] placeOf = new int[codes.size()];
    codes.forEach((text, code) -> placeOf[code] = categories.place(text).orElseThrow());
    Cells coded = rows.build();
    Cells.Builder places = new Cells.Builder();
    for (int row = 0; row < coded.rows(); row++) {
      places.add(coded.isMissing(row) ? Float.NaN : placeOf[(int) coded.at(row)]);
    }
    return places.build();
  }
}
