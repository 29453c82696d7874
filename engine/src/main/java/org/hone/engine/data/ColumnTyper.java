package org.hone.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hone.engine.data.Column.Kind;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.file.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column and finds out what it holds. It holds numbers if at least nine of ten of its
 * values are numbers (a text among them is then an error), or if it has no value at all; else
 * categories.
 */
final class ColumnTyper implements FeatureReader {
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");
  private static final Pattern PERCENTAGE = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)\\s*%");
  private static final double SHARE_OF_NUMBERS = 0.9;
  private static final int LOOKED_AT = 100;

  private final Place place;
  private final boolean named;
  private final Cells.Builder numbers = new Cells.Builder();
  private final Dictionary dictionary = new Dictionary();
  private final Map<String, Sighting> elsewhere = new HashMap<>();
  private @Nullable Sighting firstMissing;
  private @Nullable Sighting firstText;
  private @Nullable Sighting firstTooLarge;
  private int missing;
  private int texts;
  private int dates;
  private int percentages;
  private boolean whole = true;
  private boolean collecting = true;

  /**
   * A reader at the start of its column.
   *
   * @param named whether the values are names, even if they look like numbers
   */
  ColumnTyper(Place place, boolean named) {
    this.place = place;
    this.named = named;
  }

  @Override
  public void read(Cell cell) {
    if (cell.isMissing()) {
      missing(cell);
      return;
    }
    double number = cell.number();
    numbers.add((float) number);
    if (collecting) {
      collect(cell);
      collecting = !dictionary.isFull(kind() == Kind.NUMERIC);
    }
    if (Double.isNaN(number)) {
      texts++;
      firstText = firstText == null ? Sighting.of(cell) : firstText;
      if (texts <= LOOKED_AT) {
        dates += Dates.isDate(cell.text()) ? 1 : 0;
        percentages += PERCENTAGE.matcher(cell.text()).matches() ? 1 : 0;
      }
    } else if (Float.isInfinite((float) number)) {
      firstTooLarge = firstTooLarge == null ? Sighting.of(cell) : firstTooLarge;
    } else {
      whole &= number == Math.rint(number);
    }
  }

  private void collect(Cell cell) {
    String text = cell.text();
    if (dictionary.add(text) && !dictionary.isLarge() && !cell.file().equals(place.file())) {
      elsewhere.putIfAbsent(Categories.canonical(text), Sighting.of(cell));
    }
  }

  private void missing(Cell cell) {
    missing++;
    numbers.addMissing();
    dictionary.addMissing();
    firstMissing = firstMissing == null ? Sighting.of(cell) : firstMissing;
  }

  Place place() {
    return place;
  }

  /** How many rows were read. */
  int rows() {
    return numbers.rows();
  }

  /** The first row without a value. */
  Optional<Sighting> firstMissing() {
    return Optional.ofNullable(firstMissing);
  }

  /** The first row of a category that came in another file than its own for the first time. */
  Optional<Sighting> firstElsewhere(String category) {
    return Optional.ofNullable(elsewhere.get(category));
  }

  /** Whether each value is a whole number. */
  boolean isWhole() {
    return whole && texts == 0;
  }

  /** Whether each value is 0 or 1. */
  boolean isZeroOrOne() {
    Cells cells = numbers.build();
    return isWhole() && cells.lowest() >= 0 && cells.highest() <= 1;
  }

  /** What it holds. */
  Kind kind() {
    int present = rows() - missing;
    boolean numeric = present == 0 || (!named && present - texts >= SHARE_OF_NUMBERS * present);
    return numeric ? Kind.NUMERIC : Kind.CATEGORICAL;
  }

  @Override
  public RawColumn column() {
    if (kind() == Kind.NUMERIC) {
      return column(List.of(), numbers("; if its values are names, list it as categorical"));
    }
    requireNoDates();
    requireNoNumbersWrittenOtherwise();
    Categories categories = dictionary.isLarge() ? commonCategories() : categories();
    return column(categories.names(), places(categories));
  }

  private void requireNoDates() {
    if (!named && firstText != null && isMost(dates)) {
      throw place.error(
          firstText,
          "'%s' is a date, which a network cannot learn from as it is; ignore the column, split rows by it (time), or put what matters of it into columns of numbers, such as year, month and weekday"
              .formatted(firstText.text()));
    }
  }

  /** Whether nearly all of the texts that were looked at are that. */
  private boolean isMost(int looked) {
    return looked >= SHARE_OF_NUMBERS * Math.min(texts, LOOKED_AT);
  }

  private void requireNoNumbersWrittenOtherwise() {
    if (named || firstText == null) {
      return;
    }
    String text = firstText.text();
    if (DECIMAL_COMMA.matcher(text).matches()) {
      throw place.error(
          firstText,
          "'%s' has a decimal comma; write numbers with a decimal point, or list the column as categorical"
              .formatted(text));
    }
    if (isMost(percentages)) {
      throw place.error(
          firstText,
          "'%s' has a percent sign; write numbers without it, or list the column as categorical"
              .formatted(text));
    }
  }

  private Categories commonCategories() {
    return Optional.of(dictionary)
        .filter(texts -> collecting)
        .flatMap(Dictionary::common)
        .orElseThrow(this::tooManyValues);
  }

  private RawColumn column(List<String> categories, Cells cells) {
    return new RawColumn(place, new Column(place.name(), kind(), missing, categories), cells);
  }

  /**
   * The values as numbers.
   *
   * @param wayOut the end of the error's message
   * @throws DataException at the first text, or number beyond float
   */
  Cells numbers(String wayOut) {
    if (firstText != null) {
      throw NumberReader.notNumber(place, firstText, wayOut);
    }
    if (firstTooLarge != null) {
      throw NumberReader.notFloat(place, firstTooLarge);
    }
    return numbers.build();
  }

  /** Whether {@link #categories} has an answer. */
  boolean hasFewValues() {
    return !dictionary.isLarge();
  }

  /**
   * The distinct values.
   *
   * @throws DataException if there are too many, or if they are numbers with a decimal comma or a
   *     percent sign
   */
  Categories categories() {
    requireNoNumbersWrittenOtherwise();
    if (dictionary.isLarge()) {
      throw tooManyValues();
    }
    return dictionary.categories();
  }

  private DataException tooManyValues() {
    String example =
        firstText == null
            ? ""
            : " that are not numbers ('%s' in line %d)"
                .formatted(firstText.text(), firstText.line());
    return place.error(
        "has more than %d different values%s, too many for categories; ignore the column, or give it fewer values"
            .formatted(Dictionary.MOST, example));
  }

  /** The values by their places among the categories. */
  Cells places(Categories categories) {
    return dictionary.places(categories);
  }
}
