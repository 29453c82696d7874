package org.hone.engine.backend;

import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.LongPointer;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * ND4J's older operations in place of newer ones that give the same to the bit, for arrays that lie
 * in memory alike. The older ones are loops that the compiler has made vector code of; the newer
 * ones call a function for each element, and take up to thirty times as long.
 */
final class FasterCall {
  private static final int MULTIPLY = 3;

  /** Numbers of ND4J's pairwise operations. */
  private static final Map<String, Integer> PAIRWISE =
      Map.of("add", 0, "divide", 2, "multiply", MULTIPLY, "subtract", 6);

  /** Numbers of ND4J's operations with a scalar. */
  private static final int SCALAR_ADD = 0;

  private static final int SCALAR_STEP = 41;

  private final NativeOps ops;

  FasterCall(NativeOps ops) {
    this.ops = ops;
  }

  /** The same as this operation; empty if there is nothing faster for it. */
  Optional<NativeCall> insteadOf(String operation, List<INDArray> inputs, List<INDArray> outputs) {
    if (inputs.size() != 2 || outputs.size() != 1 || !alike(inputs, outputs.get(0))) {
      return Optional.empty();
    }
    INDArray first = inputs.get(0);
    INDArray second = inputs.get(1);
    INDArray result = outputs.get(0);
    Optional<NativeCall.Action> action =
        operation.equals("relu_bp")
            ? Optional.of(gate(first, second, result))
            : Optional.ofNullable(PAIRWISE.get(operation))
                .map(number -> pairwise(number, first, second, result));
    return action.map(
        found ->
            NativeCall.pure(
                found,
                operation,
                List.of(Operand.of(first), Operand.of(second)),
                List.of(Operand.of(result))));
  }

  private static boolean alike(List<INDArray> inputs, INDArray result) {
    return inputs.stream()
        .allMatch(
            input ->
                input.shapeInfoDataBuffer().address() == result.shapeInfoDataBuffer().address()
                    && input.elementWiseStride() == 1);
  }

  /**
   * The second where the first is positive, otherwise 0: a step, a product, and the sum with 0 that
   * makes a positive zero of a negative one. For floats a loop.
   */
  private NativeCall.Action gate(INDArray first, INDArray second, INDArray result) {
    if (result.dataType() == DataType.FLOAT) {
      return new Gate(first, second, result);
    }
    INDArray open = result.ulike();
    INDArray zero = Nd4j.scalar(result.dataType(), 0);
    NativeCall.Action step = scalar(SCALAR_STEP, first, zero, open);
    NativeCall.Action product = pairwise(MULTIPLY, open, second, result);
    NativeCall.Action sum = scalar(SCALAR_ADD, result, zero, result);
    return () -> {
      step.run();
      product.run();
      sum.run();
    };
  }

  private NativeCall.Action pairwise(int number, INDArray first, INDArray second, INDArray result) {
    OpaqueDataBuffer x = memory(first);
    OpaqueDataBuffer y = memory(second);
    OpaqueDataBuffer z = memory(result);
    LongPointer shape = shape(result);
    return () ->
        ops.execPairwiseTransform(
            null, number, x, shape, null, y, shape, null, z, shape, null, null);
  }

  private NativeCall.Action scalar(int number, INDArray of, INDArray scalar, INDArray result) {
    OpaqueDataBuffer x = memory(of);
    OpaqueDataBuffer y = memory(scalar);
    OpaqueDataBuffer z = memory(result);
    LongPointer shape = shape(result);
    LongPointer single = shape(scalar);
    return () -> {
      try {
        ops.execScalar(null, number, x, shape, null, z, shape, null, y, single, null, null);
      } finally {
        // this call alone knows them
        Reference.reachabilityFence(scalar);
        Reference.reachabilityFence(of);
        Reference.reachabilityFence(result);
      }
    };
  }

  private static OpaqueDataBuffer memory(INDArray array) {
    return ((BaseCpuDataBuffer) array.data()).getOpaqueDataBuffer();
  }

  private static LongPointer shape(INDArray array) {
    return (LongPointer) array.shapeInfoDataBuffer().addressPointer();
  }
}
