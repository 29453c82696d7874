package org.hone.engine.backend;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a shape's native description is made from.
 *
 * @param options the native option word, or a negative number where only type and emptiness are
 *     given
 */
@SuppressWarnings("ArrayRecordComponent") // compares them by content
record ShapeKey(long[] shape, long[] stride, long elementStride, char order, long options) {

  static ShapeKey of(
      long[] shape, long[] stride, long elementStride, char order, DataType type, boolean empty) {
    long options = -1 - (2L * type.toInt() + (empty ? 1 : 0));
    return new ShapeKey(shape, stride, elementStride, order, options);
  }

  /** Independent of what becomes of the arrays. */
  ShapeKey copy() {
    return new ShapeKey(shape.clone(), stride.clone(), elementStride, order, options);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShapeKey that
        && that.elementStride == elementStride
        && that.order == order
        && that.options == options
        && Arrays.equals(that.shape, shape)
        && Arrays.equals(that.stride, stride);
  }

  @Override
  public int hashCode() {
    int arrays = 31 * Arrays.hashCode(shape) + Arrays.hashCode(stride);
    return 31 * (31 * (31 * arrays + Long.hashCode(elementStride)) + order)
        + Long.hashCode(options);
  }
}
