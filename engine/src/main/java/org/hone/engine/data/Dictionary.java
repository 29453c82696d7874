package org.hone.engine.data;

import java.util.HashMap;
import java.util.Map;

/** Numbers the distinct texts of a column as they come, as long as they are few. */
final class Dictionary {
  /** More categories than these are an identifier, or free text. */
  static final int MOST = 1000;

  private final Map<String, Integer> codes = new HashMap<>();
  private final Cells.Builder rows = new Cells.Builder();

  /** Takes in the next row's text, unless it is full. */
  void add(String text) {
    Integer code = codes.get(text);
    if (code == null) {
      code = codes.size();
      codes.put(text, code);
    }
    rows.add(code);
  }

  /** The next row has none. */
  void addMissing() {
    rows.addMissing();
  }

  /** Whether there are too many, so that it is of no use any more. */
  boolean isFull() {
    return codes.size() > MOST;
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
