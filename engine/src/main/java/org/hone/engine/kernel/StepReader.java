package org.hone.engine.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads an array [rows, features, steps] step by step as blocks [features][rows], in whatever order
 * it lies in its memory.
 */
final class StepReader {
  private final NativeFloats memory;
  private final int rows;
  private final int features;
  private final int[] strides;
  private final float[] all;
  private final boolean byStep;

  /**
   * @param array of FLOAT without gaps
   */
  StepReader(INDArray array) {
    memory = NativeFloats.of(array);
    rows = (int) array.size(0);
    features = (int) array.size(1);
    strides = new int[] {array.stride(0), array.stride(1), array.stride(2)};
    byStep = strides[0] == 1 && strides[1] == rows && strides[2] == rows * features;
    all = byStep ? new float[0] : new float[Math.toIntExact(array.length())];
  }

  /** Whether an array lies in one piece of memory, in any order of its dimensions. */
  static boolean canRead(INDArray array) {
    long last = 0;
    for (int dimension = 0; dimension < array.rank(); dimension++) {
      if (array.stride(dimension) < 1 && array.size(dimension) > 1) {
        return false;
      }
      last += (array.size(dimension) - 1) * array.stride(dimension);
    }
    return last + 1 == array.length() && NativeFloats.canHold(array.length());
  }

  /** To be called when the array's contents have changed. */
  void begin() {
    if (!byStep) {
      memory.get(0, all, all.length);
    }
  }

  /** Fills a block with a step. */
  void read(int step, float[] block) {
    if (byStep) {
      memory.get(step * rows * features, block, rows * features);
      return;
    }
    int first = step * strides[2];
    for (int feature = 0; feature < features; feature++) {
      int from = first + feature * strides[1];
      int to = feature * rows;
      for (int row = 0; row < rows; row++) {
        block[to + row] = all[from + row * strides[0]];
      }
    }
  }
}
