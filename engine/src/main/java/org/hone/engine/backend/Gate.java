package org.hone.engine.backend;

import java.nio.IntBuffer;
import org.bytedeco.javacpp.IntPointer;
import org.hone.engine.replay.NativeCall;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The way back through a rectifier: the second array where the first is positive, otherwise 0.
 * Piece by piece, so that what is read lies in the processor's first cache.
 */
final class Gate implements NativeCall.Action {
  private static final int PIECE = 2048;

  /** Bits of floats. */
  private static final int INFINITY = 0x7f800000;

  private static final int SIGN = 31;

  private final IntBuffer first;
  private final IntBuffer second;
  private final IntBuffer result;
  private final int[] x = new int[PIECE];
  private final int[] y = new int[PIECE];

  /** All of FLOAT, and without gaps in the same order. */
  Gate(INDArray first, INDArray second, INDArray result) {
    this.first = memory(first);
    this.second = memory(second);
    this.result = memory(result);
  }

  private static IntBuffer memory(INDArray array) {
    return new IntPointer(array.data().addressPointer()).capacity(array.length()).asBuffer();
  }

  @Override
  public void run() {
    int length = result.capacity();
    for (int from = 0; from < length; from += PIECE) {
      int count = Math.min(PIECE, length - from);
      first.get(from, x, 0, count);
      second.get(from, y, 0, count);
      pass(x, y, count);
      result.put(from, y, 0, count);
    }
  }

  /**
   * On bits, since the JVM makes no vector code of conditions: as a whole number a positive float
   * is positive, and NaN is above infinity.
   */
  private static void pass(int[] x, int[] y, int count) {
    for (int i = 0; i < count; i++) {
      int isPositive = (-x[i] & ~x[i] & (x[i] - INFINITY - 1)) >> SIGN;
      y[i] &= isPositive;
    }
  }
}
