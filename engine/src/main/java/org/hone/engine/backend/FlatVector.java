package org.hone.engine.backend;

import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * A vector of floats that the same few operations are done to in each step, without new objects.
 */
public final class FlatVector {
  /** Number of ND4J's operation. */
  private static final int DIVIDE = 3;

  private final NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
  private final INDArray vector;
  private final INDArray divisor;
  private final OpaqueDataBuffer memory;
  private final LongPointer shape;
  private final OpaqueDataBuffer divisorMemory;
  private final LongPointer divisorShape;
  private double dividesBy = 1;

  /**
   * @param vector [n], without gaps
   */
  public FlatVector(INDArray vector) {
    this.vector = vector;
    this.divisor = Nd4j.scalar(vector.dataType(), 1);
    this.memory = memory(vector);
    this.shape = shape(vector);
    this.divisorMemory = memory(divisor);
    this.divisorShape = shape(divisor);
  }

  private static OpaqueDataBuffer memory(INDArray array) {
    return ((BaseCpuDataBuffer) array.data()).getOpaqueDataBuffer();
  }

  private static LongPointer shape(INDArray array) {
    return (LongPointer) array.shapeInfoDataBuffer().addressPointer();
  }

  /** Divides each element, in place. */
  public void divide(double by) {
    if (by != dividesBy) {
      divisor.putScalar(0, by);
      dividesBy = by;
    }
    ops.execScalar(
        null,
        DIVIDE,
        memory,
        shape,
        null,
        memory,
        shape,
        null,
        divisorMemory,
        divisorShape,
        null,
        null);
  }

  /** Euclidean norm. */
  public double norm() {
    return Math.sqrt(Nd4j.getBlasWrapper().level1().dot(vector.length(), 1, vector, vector));
  }
}
