package org.hone.engine.backend;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hone.engine.replay.Recording;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's executioner without its bookkeeping. Stock ND4J makes three kinds of native object anew
 * for nearly every operation and leaves them to the garbage collector, which costs a small network
 * most of its time: descriptions of shapes, descriptions of sub-arrays, and contexts of operations.
 * Here the first two are remembered (the native side keeps them for ever anyway), the third are
 * used again. Results are the same to the bit. ND4J finds the class through {@link HoneBackend}.
 */
public final class CachingExecutioner extends FencedExecutioner {
  /** Ever new shapes, as ragged data has them, must not fill the memory. */
  static final int MOST_ENTRIES = 20_000;

  private final Map<ShapeKey, DataBuffer> shapes = new ConcurrentHashMap<>();
  private final Set<Long> shapeAddresses = ConcurrentHashMap.newKeySet();
  private final Map<SubArrayKey, TadPack> subArrays = new ConcurrentHashMap<>();
  private final ThreadLocal<ContextPool> contexts = ThreadLocal.withInitial(ContextPool::new);
  private final NativeOps ops;

  /** Made by ND4J when it starts. */
  public CachingExecutioner() {
    this(watchedForTheExecutioner());
  }

  private CachingExecutioner(NativeOps ops) {
    super();
    this.ops = ops;
    NativeOpsHolder.getInstance().setDeviceNativeOps(ops);
  }

  /** The executioner takes its operations from the holder when it is made. */
  private static NativeOps watchedForTheExecutioner() {
    NativeOpsHolder holder = NativeOpsHolder.getInstance();
    NativeOps ops = holder.getDeviceNativeOps();
    holder.setDeviceNativeOps(RecordedOps.around(ops));
    return ops;
  }

  @Override
  public DataBuffer createShapeInfo(
      long[] shape, long[] stride, long elementStride, char order, DataType type, boolean empty) {
    ShapeKey key = ShapeKey.of(shape, stride, elementStride, order, type, empty);
    DataBuffer known = shapes.get(key);
    return known != null
        ? known
        : remember(key, super.createShapeInfo(shape, stride, elementStride, order, type, empty));
  }

  @Override
  public DataBuffer createShapeInfo(
      long[] shape, long[] stride, long elementStride, char order, DataType type, long options) {
    ShapeKey key = new ShapeKey(shape, stride, elementStride, order, options);
    DataBuffer known = shapes.get(key);
    return known != null
        ? known
        : remember(key, super.createShapeInfo(shape, stride, elementStride, order, type, options));
  }

  private DataBuffer remember(ShapeKey key, DataBuffer description) {
    if (shapes.size() >= MOST_ENTRIES) {
      return description;
    }
    DataBuffer first = shapes.putIfAbsent(key.copy(), description);
    DataBuffer kept = first == null ? description : first;
    shapeAddresses.add(kept.address());
    return kept;
  }

  @Override
  public TadPack tadShapeInfoAndOffsets(INDArray array, int[] dimensions) {
    long address = array.shapeInfoDataBuffer().address();
    if (!shapeAddresses.contains(address) || subArrays.size() >= MOST_ENTRIES) {
      // the address of a description that is not kept may come to mean another shape
      return super.tadShapeInfoAndOffsets(array, dimensions);
    }
    return subArrays.computeIfAbsent(
        new SubArrayKey(address, dimensions.clone()),
        key -> super.tadShapeInfoAndOffsets(array, dimensions));
  }

  @Override
  public INDArray[] exec(CustomOp op) {
    ContextPool pool = contexts.get();
    pool.expect(op.opHash());
    try {
      return super.exec(op);
    } finally {
      pool.expectNothing();
    }
  }

  @Override
  public INDArray[] exec(CustomOp op, @Nullable OpContext context) {
    INDArray[] result = super.exec(op, context);
    if (context != null) {
      Recording.active()
          .ifPresent(recording -> new RecordedCustomOp(op, context, ops).addTo(recording));
    }
    return result;
  }

  /** A used one inside {@link #exec(CustomOp)}, which sets all of it; a new one to all others. */
  @Override
  public OpContext buildContext() {
    return contexts.get().take().orElseGet(super::buildContext);
  }
}
