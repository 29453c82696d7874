package org.hone.engine.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The native calls of a computation with the memory that they work on, to be made again with new
 * contents in the same memory. Deeplearning4j spends most of a small network's time on the way to
 * these calls, which is the same in every step; and it computes some results twice, which can be
 * seen here and left out. A recording belongs to the thread that made it, keeps all its memory, and
 * knows nothing of decisions that Java took on the way: whoever uses it makes sure that there are
 * none that depend on contents.
 */
public final class Recording implements AutoCloseable {
  /** ND4J calls its parts without context, so that there is no other way to hand it over. */
  private static final ThreadLocal<@Nullable Recording> ACTIVE = new ThreadLocal<>();

  private final List<NativeCall> calls = new ArrayList<>();
  private final List<Object> kept = new ArrayList<>();
  private final TreeMap<Long, Block> blocks = new TreeMap<>();
  private final Map<Block, DataBuffer> memory = new HashMap<>();
  private Optional<String> obstacle = Optional.empty();

  private Recording() {}

  /**
   * Runs a computation on this thread and records it.
   *
   * @param outside arrays that others look at, or write before each replay
   */
  public static Recording of(List<INDArray> outside, Runnable computation) {
    Recording recording = new Recording();
    outside.forEach(array -> recording.know(array.data(), true));
    ACTIVE.set(recording);
    try {
      computation.run();
    } finally {
      ACTIVE.remove();
    }
    return recording;
  }

  /** The one that is being made on this thread. */
  public static Optional<Recording> active() {
    return Optional.ofNullable(ACTIVE.get());
  }

  /** Adds a call that has just been made. */
  public void add(NativeCall call) {
    calls.add(call);
  }

  /** Keeps something from the garbage collector for as long as there is this recording. */
  public void keep(@Nullable Object something) {
    if (something != null) {
      kept.add(something);
    }
  }

  /**
   * Memory that was allocated for the computation.
   *
   * @param zero whether it was filled with zeros, as it is to be in each replay
   */
  public void allocated(DataBuffer buffer, boolean zero) {
    Block block = know(buffer, false);
    if (zero) {
      long address = block.address();
      long bytes = block.bytes();
      Pointer start = buffer.addressPointer();
      keep(start);
      calls.add(
          NativeCall.pure(
              () -> Pointer.memset(start, 0, bytes),
              NativeCall.CLEAR,
              List.of(),
              List.of(new Operand(address, bytes, bytes))));
    }
  }

  private Block know(DataBuffer buffer, boolean outside) {
    DataBuffer whole = buffer.originalDataBuffer() == null ? buffer : buffer.originalDataBuffer();
    keep(whole);
    Block block = new Block(whole.address(), whole.length() * whole.getElementSize(), outside);
    blocks.put(block.address(), block);
    if (!outside) {
      memory.put(block, whole);
    }
    return block;
  }

  /** Says that others look at what the computation leaves in this array. */
  public void want(INDArray result) {
    know(result.data(), true);
  }

  /** Memory that the computation allocated, and that is kept for its replays, in bytes. */
  public long bytes() {
    return blocks.values().stream().filter(block -> !block.outside()).mapToLong(Block::bytes).sum();
  }

  /** Something was done that cannot be made again. */
  public void refuse(String what) {
    obstacle = Optional.of(what);
  }

  /** Why this must not be replayed. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /** The calls that are necessary, ready to be made again. */
  public Replay shortened() {
    return new Replay(new Shortening(withFormerMemory()).apply(calls), this);
  }

  /** With what the computation writes to, but others allocated before: they may look at it. */
  private NavigableMap<Long, Block> withFormerMemory() {
    NavigableMap<Long, Block> all = new TreeMap<>(blocks);
    calls.stream()
        .flatMap(call -> call.writes().stream())
        .filter(operand -> operand.bytes() > 0 && !isIn(all, operand))
        .forEach(
            operand ->
                all.put(operand.address(), new Block(operand.address(), operand.bytes(), true)));
    return all;
  }

  private static boolean isIn(NavigableMap<Long, Block> blocks, Operand operand) {
    Map.Entry<Long, Block> entry = blocks.floorEntry(operand.address());
    return entry != null && operand.address() < entry.getKey() + entry.getValue().bytes();
  }

  /**
   * Frees at once what the computation allocated and wrote, which the garbage collector, seeing
   * small Java objects, would free late. Nothing may be replayed afterwards, and nobody may use the
   * arrays that the computation left behind.
   */
  @Override
  public void close() {
    Shortening shortening = new Shortening(blocks);
    calls.stream()
        .flatMap(call -> call.writes().stream())
        .map(shortening::blockOf)
        .flatMap(Optional::stream)
        .distinct()
        .map(memory::get)
        .filter(buffer -> buffer != null && !buffer.wasClosed() && buffer.closeable())
        .forEach(DataBuffer::close);
    calls.clear();
    kept.clear();
  }

  /** All calls, ready to be made again. */
  public Replay complete() {
    return new Replay(calls, this);
  }
}
