package org.hone.engine.backend;

import java.util.Optional;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * A vector of floats that the same few operations are done to in each step: without new objects
 * where it lies in the memory of the CPU.
 */
public final class FlatVector {
  private final INDArray vector;
  private final Optional<Divided> direct;

  /** A division of a vector by a number, called in ND4J's library itself. */
  private static final class Divided {
    /** Number of ND4J's operation. */
    private static final int DIVIDE = 3;

    private final NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    private final INDArray divisor;
    private final OpaqueDataBuffer memory;
    private final LongPointer shape;
    private final OpaqueDataBuffer divisorMemory;
    private final LongPointer divisorShape;
    private double dividesBy = 1;

    Divided(INDArray vector) {
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

    void by(double number) {
      if (number != dividesBy) {
        divisor.putScalar(0, number);
        dividesBy = number;
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
  }

  /**
   * @param vector [n], without gaps
   */
  public FlatVector(INDArray vector) {
    this(vector, vector.data() instanceof BaseCpuDataBuffer);
  }

  /**
   * @param direct whether to call ND4J's library itself, as only that for the CPU can be
   */
  FlatVector(INDArray vector, boolean direct) {
    this.vector = vector;
    this.direct = direct ? Optional.of(new Divided(vector)) : Optional.empty();
  }

  /** Divides each element, in place. */
  public void divide(double by) {
    if (direct.isPresent()) {
      direct.get().by(by);
    } else {
      vector.divi(by);
    }
  }

  /** Euclidean norm. */
  public double norm() {
    return Math.sqrt(Nd4j.getBlasWrapper().level1().dot(vector.length(), 1, vector, vector));
  }
}
