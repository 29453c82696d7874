package org.hone.search.math;

import java.util.function.DoublePredicate;

/**
 * Which coordinates may be drawn.
 *
 * @param low of a number, within [0, 1]
 * @param high of a number, not less than {@code low}
 * @param allowed which of them, also of categories
 */
public record Window(double low, double high, DoublePredicate allowed) {
  /** Everything. */
  public static final Window ALL = new Window(0, 1, coordinate -> true);
}
