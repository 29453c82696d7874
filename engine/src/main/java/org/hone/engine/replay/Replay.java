package org.hone.engine.replay;

import java.lang.ref.Reference;
import java.util.List;

/** Calls of a recording that are made again. */
public final class Replay {
  private final NativeCall.Action[] actions;
  private final Recording memory;

  Replay(List<NativeCall> calls, Recording memory) {
    this.actions = calls.stream().map(NativeCall::action).toArray(NativeCall.Action[]::new);
    this.memory = memory;
  }

  /** Makes all calls, in order, on the thread that recorded them. */
  public void run() {
    try {
      for (NativeCall.Action action : actions) {
        action.run();
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      Reference.reachabilityFence(memory);
    }
  }

  /** How many calls there are. */
  public int size() {
    return actions.length;
  }
}
