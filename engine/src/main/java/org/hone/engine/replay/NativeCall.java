package org.hone.engine.replay;

import java.util.List;
import java.util.Optional;

/**
 * One call into native code with fixed arguments, and what is known of it.
 *
 * @param action makes it
 * @param function equal for calls that compute the same from equal operands; empty where nothing is
 *     known but that it must be made
 * @param reads in the order of the function's arguments
 * @param writes what it fills completely, whatever was there
 */
public record NativeCall(
    Action action, Optional<Object> function, List<Operand> reads, List<Operand> writes) {

  /** The function that fills its operand with zeros. */
  static final String CLEAR = "clear";

  /** Native code behind a Java method. */
  @FunctionalInterface
  public interface Action {
    /** Computes. */
    void run() throws ReflectiveOperationException;
  }

  public NativeCall {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /** A call whose result depends on its operands alone. */
  public static NativeCall pure(
      Action action, Object function, List<Operand> reads, List<Operand> writes) {
    return new NativeCall(action, Optional.of(function), reads, writes);
  }

  /** A call that also depends on something else, or changes it, such as a random generator. */
  public static NativeCall opaque(Action action, List<Operand> reads, List<Operand> writes) {
    return new NativeCall(action, Optional.empty(), reads, writes);
  }
}
