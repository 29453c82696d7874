package org.hone.engine.backend;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.hone.engine.replay.Recording;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.shape.options.ArrayOptionsHelper;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * ND4J's native operations, which note what was executed where a recording is being made. Only what
 * an executioner calls passes here. Operations of the newer kind, with a context, are noted by the
 * executioner itself.
 */
final class RecordedOps implements InvocationHandler {
  private static final String WITH_CONTEXT = "execCustomOp2";

  /** The number of ND4J's transform that only copies. */
  private static final int ASSIGN = 0;

  /** Places of a transform's arguments. */
  private static final int OPERATION = 1;

  private static final int FROM = 2;
  private static final int TO = 5;

  private final NativeOps ops;

  private RecordedOps(NativeOps ops) {
    this.ops = ops;
  }

  /** The same operations, watched. */
  static NativeOps around(NativeOps ops) {
    return (NativeOps)
        Proxy.newProxyInstance(
            NativeOps.class.getClassLoader(),
            new Class<?>[] {NativeOps.class},
            new RecordedOps(ops));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      Object result = method.invoke(ops, arguments);
      if (method.getName().startsWith("exec") && !method.getName().equals(WITH_CONTEXT)) {
        Object[] given = arguments == null ? new Object[0] : arguments;
        Recording.active().ifPresent(recording -> recording.add(call(method, given)));
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private NativeCall call(Method method, @Nullable Object[] given) {
    Object[] arguments = given.clone();
    if (arguments[0] instanceof PointerPointer<?> shared) {
      // the executioner writes into it again before its next call
      arguments[0] = copy(shared);
    }
    List<Operand> operands = new ArrayList<>();
    List<Object> function = new ArrayList<>(List.of(method.getName()));
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i] instanceof OpaqueDataBuffer buffer) {
        operands.add(operand(buffer, (LongPointer) arguments[i + 1]));
      } else if (arguments[i] instanceof Pointer pointer) {
        function.add(pointer.address());
      } else {
        function.add(arguments[i] == null ? "" : arguments[i]);
      }
    }
    NativeCall.Action action =
        transposition(method, arguments).orElse(() -> method.invoke(ops, arguments));
    int output = output(method.getName());
    if (output < 0 || output >= operands.size()) {
      return NativeCall.opaque(action, operands, operands);
    }
    List<Operand> writes = List.of(operands.remove(output));
    return NativeCall.pure(action, function, operands, writes);
  }

  private static Optional<NativeCall.Action> transposition(
      Method method, @Nullable Object[] given) {
    return method.getName().equals("execTransformAny")
            && Objects.equals(given[OPERATION], ASSIGN)
            && given[FROM] instanceof OpaqueDataBuffer from
            && given[FROM + 1] instanceof LongPointer fromShape
            && given[TO] instanceof OpaqueDataBuffer to
            && given[TO + 1] instanceof LongPointer toShape
        ? Transposition.of(from.primaryBuffer(), fromShape, to.primaryBuffer(), toShape)
        : Optional.empty();
  }

  private static PointerPointer<Pointer> copy(PointerPointer<?> shared) {
    PointerPointer<Pointer> copy = new PointerPointer<>(shared.capacity());
    Pointer.memcpy(copy, shared, shared.capacity() * Pointer.sizeof(PointerPointer.class));
    return copy;
  }

  /** Which of a call's buffers it fills; negative where that is not all it does. */
  private static int output(String method) {
    if (method.startsWith("execRandom") || method.startsWith("execAggregate")) {
      return -1;
    }
    boolean twoInputs =
        method.startsWith("execPairwise")
            || method.startsWith("execBroadcast")
            || method.startsWith("execReduce3");
    return twoInputs ? 2 : 1;
  }

  private static Operand operand(OpaqueDataBuffer buffer, LongPointer shape) {
    int rank = (int) shape.get(0);
    long length = 1;
    for (int i = 1; i <= rank; i++) {
      length *= shape.get(i);
    }
    long options = shape.get(2L * rank + 1);
    long elementStride = shape.get(2L * rank + 2);
    DataType type = ArrayOptionsHelper.dataType(options);
    boolean dense = elementStride == 1 || length == 1;
    return new Operand(
        buffer.primaryBuffer().address(), shape.address(), dense ? length * type.width() : 0);
  }
}
