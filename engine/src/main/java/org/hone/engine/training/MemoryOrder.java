package org.hone.engine.training;

import java.util.Arrays;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** In which order an array lies in its memory, and so in which order sums over it are taken. */
final class MemoryOrder {
  /** That of no array. */
  static final MemoryOrder NONE = new MemoryOrder(new long[0], ' ');

  private final long[] strides;
  private final char order;

  private MemoryOrder(long[] strides, char order) {
    this.strides = strides;
    this.order = order;
  }

  static MemoryOrder of(INDArray array) {
    return new MemoryOrder(array.stride().clone(), array.ordering());
  }

  boolean isThatOf(INDArray array) {
    return order == array.ordering() && Arrays.equals(strides, array.stride());
  }

  /** An array in this order, with memory of its own, and nothing in particular in it. */
  INDArray create(DataType type, long[] shape) {
    DataBuffer memory = Nd4j.createBuffer(type, ArrayUtil.prodLong(shape), false);
    return Nd4j.create(memory, shape, strides, 0, order);
  }
}
