package org.hone.search.space;

import java.util.OptionalInt;

/** Equally wide cells of the unit interval, one for each of n discrete values. */
final class Cells {
  private Cells() {}

  static double middle(double index, double n) {
    return (index + 0.5) / n;
  }

  static double index(double unit, double n) {
    return Math.min(Math.floor(unit * n), n - 1);
  }

  static OptionalInt count(double n) {
    return n <= Integer.MAX_VALUE ? OptionalInt.of((int) n) : OptionalInt.empty();
  }

  static void requireUnit(double unit) {
    if (!(unit >= 0 && unit <= 1)) {
      throw new IllegalArgumentException("a unit position lies within [0, 1], but is " + unit);
    }
  }

  static void requireContained(Distribution distribution, double value) {
    if (!distribution.contains(value)) {
      throw notOne(distribution, value);
    }
  }

  static IllegalArgumentException notOne(Distribution distribution, Object value) {
    return new IllegalArgumentException(
        "%s is not one of: %s".formatted(value, distribution.describe()));
  }
}
