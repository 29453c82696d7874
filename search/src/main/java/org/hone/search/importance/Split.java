package org.hone.search.importance;

import java.util.BitSet;

/**
 * A question about one parameter.
 *
 * @param threshold numbers up to it go left; NaN for categories
 * @param left the categories that go left
 * @param gain by how much it lowers the sum of squared deviations
 * @param leftShare of the trials that have the parameter, which share goes left
 */
record Split(int dimension, double threshold, BitSet left, double gain, double leftShare) {

  boolean isNumeric() {
    return !Double.isNaN(threshold);
  }

  boolean goesLeft(double position) {
    return isNumeric() ? position <= threshold : left.get((int) position);
  }
}
