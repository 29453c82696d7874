package org.hone.engine.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hone.engine.data.Column.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column and finds out what it holds. It holds numbers if at least nine of ten of its
 * values are numbers (a text among them is then an error), or if it has no value at all; else
 * categories.
 */
final class ColumnTyper implements FeatureReader {
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");
  private static final double SHARE_OF_NUMBERS = 0.9;

  private final Place place;
  private final boolean named;
  private final Cells.Builder numbers = new Cells.Builder();
  private final Dictionary dictionary = new Dictionary();
  private @Nullable Sighting firstMissing;
  private @Nullable Sighting firstText;
  private @Nullable Sighting firstTooLarge;
  private int missing;
  private int texts;
  private boolean whole = true;

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
    if (!dictionary.isFull()) {
      dictionary.add(cell.text());
    }
    if (Double.isNaN(number)) {
      texts++;
      firstText = firstText == null ? Sighting.of(cell) : firstText;
    } else if (Float.isInfinite((float) number)) {
      firstTooLarge = firstTooLarge == null ? Sighting.of(cell) : firstTooLarge;
    } else {
      whole &= number == Math.rint(number);
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

  /** Whether each value is a whole number. */
  boolean isWhole() {
    return whole && texts == 0;
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
    Categories categories = categories();
    return column(categories.names(), places(categories));
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
    return !dictionary.isFull();
  }

  /**
   * The distinct values.
   *
   * @throws DataException if there are too many, or if they are numbers with a decimal comma
   */
  Categories categories() {
    if (!named && firstText != null && DECIMAL_COMMA.matcher(firstText.text()).matches()) {
      throw place.error(
          firstText.line(),
          "'%s' has a decimal comma; write numbers with a decimal point, or list the column as categorical"
              .formatted(firstText.text()));
    }
    if (dictionary.isFull()) {
      throw place.error(
          "has more than %d different values%s, too many for categories; ignore the column, or give it fewer values"
              .formatted(
                  Dictionary.MOST,
                  firstText == null
                      ? ""
                      : " that are not numbers ('%s' in line %d)"
                          .formatted(firstText.text(), firstText.line())));
    }
    return dictionary.categories();
  }

  /** The values by their places among the categories. */
  Cells places(Categories categories) {
    return dictionary.places(categories);
  }
}
