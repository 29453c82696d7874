package org.hone.engine.backend;

import java.util.Arrays;

/**
 * The sub-arrays of a shape along some of its dimensions.
 *
 * @param shape address of the shape's description, which is kept for ever
 */
@SuppressWarnings("ArrayRecordComponent") // compares them by content
record SubArrayKey(long shape, int[] dimensions) {

  @Override
  public boolean equals(Object other) {
    return other instanceof SubArrayKey that
        && that.shape == shape
        && Arrays.equals(that.dimensions, dimensions);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(shape) + Arrays.hashCode(dimensions);
  }
}
