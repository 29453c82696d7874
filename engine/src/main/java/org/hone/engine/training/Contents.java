package org.hone.engine.training;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What lies in arrays, as bytes. */
final class Contents {
  private Contents() {}

  /** Copies into an array of the same shape, and the same order of memory. */
  static void copy(INDArray from, INDArray to) {
    if (from.elementWiseStride() == 1 && from.dataType() == to.dataType()) {
      Pointer.memcpy(
          to.data().addressPointer(),
          from.data().addressPointer(),
          to.length() * to.dataType().width());
    } else {
      to.assign(from);
    }
  }

  /** Whether two arrays without gaps hold the same; a NaN is the same as itself. */
  static boolean same(INDArray one, INDArray other) {
    return Pointer.memcmp(
            one.data().addressPointer(),
            other.data().addressPointer(),
            one.length() * one.dataType().width())
        == 0;
  }
}
