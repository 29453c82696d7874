package org.hone.worker;

import org.hone.engine.backend.MemoryWatch;

/**
 * Ends a worker that holds too much memory for a while. A training that is under way ends by itself
 * before that, with a reason, and keeps the worker; this is for what does not look: a technique
 * that allocates without end.
 */
final class MemoryGuard implements Runnable {
  /** Exit status of a worker that was ended so. */
  static final int STATUS = 97;

  private static final long LOOK_MILLIS = 250;
  private static final int LOOKS = 6;

  @Override
  public void run() {
    int over = 0;
    while (over < LOOKS) {
      MemoryWatch watch = MemoryWatch.ofMachine();
      over = watch.exceeded() ? over + 1 : 0;
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
    Runtime.getRuntime().halt(STATUS);
  }
}
