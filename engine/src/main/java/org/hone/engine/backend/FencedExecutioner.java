package org.hone.engine.backend;

import java.lang.ref.Reference;
import org.hone.engine.replay.Recording;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.summarystats.Variance;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * ND4J's executioner, which keeps an operation and its arrays reachable until the native call has
 * returned. ND4J takes the addresses out of the arrays and lets go of them before it calls: once
 * the compiler has seen that, a garbage collection during the call frees a short-lived view's
 * buffer under the native code's hands, and the process dies with SIGSEGV. BLAS calls that go past
 * the executioner are not covered.
 */
class FencedExecutioner extends NativeOpExecutioner {

  private static void hold(Op op, @Nullable OpContext context) {
    try {
      Recording.active().ifPresent(recording -> keep(op, recording));
    } finally {
      Reference.reachabilityFence(op);
      Reference.reachabilityFence(context);
    }
  }

  private static void keep(Op op, Recording recording) {
    // an operation may be told to forget its arrays
    recording.keep(op);
    recording.keep(op.x());
    recording.keep(op.y());
    recording.keep(op.z());
    if (op instanceof ScalarOp scalar) {
      recording.keep(scalar.scalar());
    }
  }

  @Override
  public INDArray exec(Op op, @Nullable OpContext context) {
    try {
      return super.exec(op, context);
    } finally {
      hold(op, context);
    }
  }

  @Override
  public INDArray exec(BroadcastOp op, @Nullable OpContext context) {
    try {
      return super.exec(op, context);
    } finally {
      hold(op, context);
    }
  }

  @Override
  public INDArray exec(ReduceOp op, @Nullable OpContext context) {
    try {
      return super.exec(op, context);
    } finally {
      hold(op, context);
    }
  }

  @Override
  public INDArray exec(ScalarOp op, @Nullable OpContext context) {
    try {
      return super.exec(op, context);
    } finally {
      hold(op, context);
    }
  }

  @Override
  public INDArray exec(IndexAccumulation op, @Nullable OpContext context) {
    try {
      return super.exec(op, context);
    } finally {
      hold(op, context);
    }
  }

  @Override
  public INDArray exec(Variance op) {
    try {
      return super.exec(op);
    } finally {
      hold(op, null);
    }
  }

  @Override
  public INDArray exec(RandomOp op, @Nullable OpContext context, Random random) {
    try {
      return super.exec(op, context, random);
    } finally {
      hold(op, context);
    }
  }

  @Override
  public INDArray[] exec(CustomOp op, @Nullable OpContext context) {
    try {
      return super.exec(op, context);
    } finally {
      Reference.reachabilityFence(op);
      Reference.reachabilityFence(context);
    }
  }
}
