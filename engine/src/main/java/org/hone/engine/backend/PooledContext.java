package org.hone.engine.backend;

import java.util.Arrays;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BooleanPointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.ops.CpuOpContext;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * An operation's context that goes back to its pool when it is closed. Arguments stay on the native
 * side and are written again only where they differ; stock contexts would keep those of an earlier
 * operation when there are none now.
 */
final class PooledContext extends CpuOpContext {
  private final NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
  private final Consumer<PooledContext> home;
  private long[] integers = {};
  private double[] reals = {};
  private boolean[] flags = {};
  private DataType[] types = {};
  private boolean trustsShapes;

  PooledContext(Consumer<PooledContext> home) {
    this.home = home;
  }

  private OpaqueContext address() {
    return (OpaqueContext) contextPointer();
  }

  /** As new, but for the arguments. */
  void reopen() {
    if (trustsShapes) {
      shapeFunctionOverride(false);
    }
  }

  @Override
  public void close() {
    purge();
    home.accept(this);
  }

  @Override
  public void setIArguments(long... arguments) {
    if (!Arrays.equals(integers, arguments)) {
      integers = arguments.clone();
      super.setIArguments(arguments);
      if (arguments.length == 0) {
        fastpath_i.clear();
        ops.setGraphContextIArguments(address(), new LongPointer(0L), 0);
      }
    }
  }

  @Override
  public void setTArguments(double... arguments) {
    if (!Arrays.equals(reals, arguments)) {
      reals = arguments.clone();
      super.setTArguments(arguments);
      if (arguments.length == 0) {
        fastpath_t.clear();
        ops.setGraphContextTArguments(address(), new DoublePointer(0L), 0);
      }
    }
  }

  @Override
  public void setBArguments(boolean... arguments) {
    if (!Arrays.equals(flags, arguments)) {
      flags = arguments.clone();
      super.setBArguments(arguments);
      if (arguments.length == 0) {
        fastpath_b.clear();
        ops.setGraphContextBArguments(address(), new BooleanPointer(0L), 0);
      }
    }
  }

  @Override
  public void setDArguments(DataType... arguments) {
    if (!Arrays.equals(types, arguments)) {
      types = arguments.clone();
      super.setDArguments(arguments);
      if (arguments.length == 0) {
        fastpath_d.clear();
        ops.setGraphContextDArguments(address(), new IntPointer(0L), 0);
      }
    }
  }

  @Override
  public void shapeFunctionOverride(boolean trust) {
    trustsShapes = trust;
    super.shapeFunctionOverride(trust);
  }
}
