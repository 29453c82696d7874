package org.hone.engine.replay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Leaves out of a recording what changes no result: calls that compute what an earlier call
 * computed from the same contents (its result is copied instead), and calls whose result nobody
 * reads. This is value numbering and dead code elimination as compilers do them (Aho, Lam, Sethi,
 * Ullman: Compilers, 2nd edition, sections 8.5 and 9.1), where a variable is a block of memory and
 * a value number stands for its contents. Results stay the same to the bit.
 */
final class Shortening {
  /** Constants up to this many bytes are compared by what they say. */
  private static final int LARGEST_COMPARED = 256;

  private final NavigableMap<Long, Block> blocks;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<Block, Integer> contents = new HashMap<>();
  private final Map<Integer, Holder> holders = new HashMap<>();
  private final Map<Block, Integer> touched = new HashMap<>();
  private final Map<Block, Integer> cleared = new HashMap<>();
  private final Set<Integer> unneeded = new HashSet<>();

  /** Where contents were first computed. */
  private record Holder(int call, Block block) {}

  /** A step of the shortened recording, with the copies that follow it. */
  private record Step(NativeCall call, List<NativeCall> copies) {}

  Shortening(NavigableMap<Long, Block> blocks) {
    this.blocks = blocks;
  }

  /** The calls that remain, in order; all of them if some write to memory that nobody knows. */
  List<NativeCall> apply(List<NativeCall> calls) {
    boolean known =
        calls.stream()
            .flatMap(call -> call.writes().stream())
            .allMatch(operand -> blockOf(operand).isPresent());
    return known ? withoutUnread(withoutRepeated(calls)) : calls;
  }

  /** The block that an operand lies in. */
  Optional<Block> blockOf(Operand operand) {
    Map.Entry<Long, Block> entry = blocks.floorEntry(operand.address());
    return entry != null && operand.address() < entry.getKey() + entry.getValue().bytes()
        ? Optional.of(entry.getValue())
        : Optional.empty();
  }

  private Block writtenBlock(Operand operand) {
    return blockOf(operand).orElseThrow();
  }

  private List<NativeCall> withoutRepeated(List<NativeCall> calls) {
    List<Step> steps = new ArrayList<>();
    for (NativeCall call : calls) {
      Optional<Holder> holder = number(call).flatMap(value -> earlier(call, value));
      if (holder.isPresent()) {
        Block target = writtenBlock(call.writes().get(0));
        steps.get(holder.get().call()).copies().add(copy(holder.get().block(), target));
        touched.put(target, holder.get().call());
        // it would wipe out the copy, which comes earlier than what it replaces
        Optional.ofNullable(cleared.remove(target)).ifPresent(unneeded::add);
      } else {
        int position = steps.size();
        steps.add(new Step(call, new ArrayList<>()));
        remember(call, position);
      }
    }
    List<NativeCall> remaining = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (!unneeded.contains(i)) {
        remaining.add(steps.get(i).call());
      }
      remaining.addAll(steps.get(i).copies());
    }
    return remaining;
  }

  /**
   * Gives each block that the call writes the number of its new contents.
   *
   * @return the number, if the call is the only author of one whole block
   */
  private Optional<Integer> number(NativeCall call) {
    List<Object> inputs = call.reads().stream().map(this::numberOf).toList();
    Optional<Integer> whole = Optional.empty();
    for (int i = 0; i < call.writes().size(); i++) {
      Operand written = call.writes().get(i);
      Block block = writtenBlock(written);
      boolean fills = block.isFilledBy(written);
      Object value =
          call.function().isEmpty()
              ? new Object()
              : List.of(
                  call.function().get(),
                  i,
                  inputs,
                  written.shape(),
                  fills ? "" : List.of(contentsOf(block), written.address() - block.address()));
      int number = numbers.computeIfAbsent(value, key -> numbers.size());
      contents.put(block, number);
      if (fills && call.writes().size() == 1 && call.function().isPresent() && !block.outside()) {
        whole = Optional.of(number);
      }
    }
    return whole;
  }

  private Object numberOf(Operand read) {
    return blockOf(read)
        .<Object>map(
            block -> List.of(contentsOf(block), read.address() - block.address(), read.shape()))
        .orElseGet(() -> constant(read));
  }

  /** Memory that no call writes: the same if it says the same. */
  private static Object constant(Operand read) {
    if (read.bytes() == 0 || read.bytes() > LARGEST_COMPARED) {
      return read;
    }
    byte[] said = new byte[(int) read.bytes()];
    new BytePointer(new Address(read.address())).get(said);
    return List.of(ByteBuffer.wrap(said), read.shape());
  }

  private int contentsOf(Block block) {
    return contents.computeIfAbsent(
        block, key -> numbers.computeIfAbsent(key, unwritten -> numbers.size()));
  }

  /** Whose result can be copied instead: it was there before anybody touched the call's target. */
  private Optional<Holder> earlier(NativeCall call, int value) {
    Block target = writtenBlock(call.writes().get(0));
    return Optional.ofNullable(holders.get(value))
        .filter(holder -> !holder.block().equals(target))
        .filter(holder -> holder.block().bytes() == target.bytes())
        .filter(holder -> touched.getOrDefault(target, -1) <= holder.call());
  }

  private void remember(NativeCall call, int position) {
    call.reads().forEach(read -> blockOf(read).ifPresent(block -> touch(block, position)));
    for (Operand written : call.writes()) {
      Block block = writtenBlock(written);
      if (call.function().equals(Optional.of(NativeCall.CLEAR))) {
        // what is only cleared so far may as well be filled earlier
        cleared.put(block, position);
      } else {
        touch(block, position);
      }
      if (call.writes().size() == 1 && block.isFilledBy(written)) {
        holders.putIfAbsent(contentsOf(block), new Holder(position, block));
      }
    }
  }

  private void touch(Block block, int position) {
    touched.put(block, position);
    cleared.remove(block);
  }

  private static NativeCall copy(Block from, Block to) {
    Pointer source = new Address(from.address());
    Pointer target = new Address(to.address());
    return NativeCall.pure(
        () -> Pointer.memcpy(target, source, to.bytes()),
        "copy",
        List.of(new Operand(from.address(), from.bytes(), from.bytes())),
        List.of(new Operand(to.address(), to.bytes(), to.bytes())));
  }

  /** A place in memory that somebody else owns. */
  private static final class Address extends Pointer {
    Address(long where) {
      address = where;
    }
  }

  private List<NativeCall> withoutUnread(List<NativeCall> calls) {
    Set<Block> wanted = new HashSet<>();
    List<NativeCall> backwards = new ArrayList<>();
    for (int i = calls.size() - 1; i >= 0; i--) {
      NativeCall call = calls.get(i);
      boolean needed =
          call.function().isEmpty()
              || call.writes().isEmpty()
              || call.writes().stream()
                  .map(this::writtenBlock)
                  .anyMatch(block -> block.outside() || wanted.contains(block));
      if (needed) {
        backwards.add(call);
        call.writes().forEach(written -> dropIfFilled(written, wanted));
        call.reads().forEach(read -> blockOf(read).ifPresent(wanted::add));
      }
    }
    Collections.reverse(backwards);
    return backwards;
  }

  private void dropIfFilled(Operand written, Set<Block> wanted) {
    Block block = writtenBlock(written);
    if (block.isFilledBy(written)) {
      wanted.remove(block);
    }
  }
}
