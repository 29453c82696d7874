package org.hone.engine.kernel;

import java.util.List;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Recording;

/** Makes a computation of ours, and notes it where a recording is being made. */
final class KernelCall {
  private KernelCall() {}

  /**
   * @param kept what must live as long as the call may be made again
   */
  static void make(NativeCall call, List<?> kept) {
    try {
      call.action().run();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    Recording.active()
        .ifPresent(
            recording -> {
              kept.forEach(recording::keep);
              recording.add(call);
            });
  }
}
