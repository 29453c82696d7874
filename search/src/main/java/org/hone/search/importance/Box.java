package org.hone.search.importance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The part of the space that a leaf of a tree answers for: an interval of each number's positions,
 * a set of each category's numbers. Immutable.
 */
final class Box {
  private final double[] low;
  private final double[] high;
  private final BitSet[] categories;

  private Box(double[] low, double[] high, BitSet[] categories) {
    this.low = low;
    this.high = high;
    this.categories = categories;
  }

  static Box whole(List<Axis> axes) {
    int n = axes.size();
    double[] high = new double[n];
    BitSet[] categories = new BitSet[n];
    for (int d = 0; d < n; d++) {
      high[d] = 1;
      categories[d] = new BitSet();
      categories[d].set(0, axes.get(d).categories());
    }
    return new Box(new double[n], high, categories);
  }

  /** The part on one side of a split. */
  Box side(Split split, boolean left) {
    int d = split.dimension();
    double[] newLow = low;
    double[] newHigh = high;
    BitSet[] newCategories = categories;
    if (split.isNumeric()) {
      newLow = left ? low : replaced(low, d, split.threshold());
      newHigh = left ? replaced(high, d, split.threshold()) : high;
    } else {
      newCategories = categories.clone();
      newCategories[d] = (BitSet) categories[d].clone();
      if (left) {
        newCategories[d].and(split.left());
      } else {
        newCategories[d].andNot(split.left());
      }
    }
    return new Box(newLow, newHigh, newCategories);
  }

  private static double[] replaced(double[] values, int index, double value) {
    double[] copy = Arrays.copyOf(values, values.length);
    copy[index] = value;
    return copy;
  }

  double low(int dimension) {
    return low[dimension];
  }

  double high(int dimension) {
    return high[dimension];
  }

  BitSet categories(int dimension) {
    return categories[dimension];
  }

  /** Which share of the dimension's values lies inside. */
  double share(Axis axis, int dimension) {
    return axis.categories() > 0
        ? (double) categories[dimension].cardinality() / axis.categories()
        : high[dimension] - low[dimension];
  }

  /** Which share of the whole space lies inside. */
  double volume(List<Axis> axes) {
    double volume = 1;
    for (int d = 0; d < low.length; d++) {
      volume *= share(axes.get(d), d);
    }
    return volume;
  }
}
