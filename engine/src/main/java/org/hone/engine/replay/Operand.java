package org.hone.engine.replay;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A piece of memory as a native call sees it.
 *
 * @param address of its first element
 * @param shape tells apart different views of the same memory; the same for the same shape
 * @param bytes from the first element to the last if they lie without gaps in the order of the
 *     memory, otherwise 0
 */
public record Operand(long address, Object shape, long bytes) {

  /** An array. */
  public static Operand of(INDArray array) {
    boolean dense = array.elementWiseStride() == 1;
    return new Operand(
        array.data().addressPointer().address(),
        array.shapeInfoDataBuffer().address(),
        dense ? array.length() * array.dataType().width() : 0);
  }
}
