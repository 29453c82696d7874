package org.hone.engine.data;

import java.util.List;

/**
 * A column that a network learns from.
 *
 * @param name as in the header; {@code column7} for the seventh column where the header has no name
 *     for it
 * @param missing how many of the file's rows have no value here
 * @param categories the distinct values over the whole file, in the order of their one-hot inputs;
 *     empty if numeric
 */
public record Column(String name, Kind kind, int missing, List<String> categories) {

  /** How a column becomes network inputs. */
  public enum Kind {
    /** One input. */
    NUMERIC,
    /** One input per category: 1 for the row's own, 0 for the others. */
    CATEGORICAL
  }

  public Column {
    categories = List.copyOf(categories);
  }

  /** How many network inputs it becomes. */
  public int inputs() {
    return kind == Kind.NUMERIC ? 1 : categories.size();
  }
}
