package org.hone.worker;

import java.util.List;

/** How a worker ended, in words. */
final class Ending {
  private static final int SIGNALS_FROM = 128;
  private static final int ABORT = 6;
  private static final int KILL = 9;
  private static final List<Integer> CRASHES = List.of(4, ABORT, 7, 8, 11);

  private Ending() {}

  /** Whether it was another process that ended it, as far as one can tell. */
  static boolean isFromOutside(int status, List<String> log) {
    int signal = status - SIGNALS_FROM;
    return signal > 0 && !CRASHES.contains(signal) && !isOutOfMemory(log);
  }

  private static boolean isOutOfMemory(List<String> log) {
    return log.stream().anyMatch(line -> line.contains("java.lang.OutOfMemoryError"));
  }

  /**
   * In half a sentence.
   *
   * @param log what it printed last
   */
  static String of(int status, List<String> log) {
    if (status == MemoryGuard.STATUS) {
      return "the worker was ended, as it held more memory than it may";
    }
    if (isOutOfMemory(log)) {
      return "the worker ran out of memory, see --worker-memory";
    }
    int signal = status - SIGNALS_FROM;
    if (CRASHES.contains(signal)) {
      return "the worker crashed (signal %d)".formatted(signal);
    }
    if (signal == KILL) {
      return "the worker was killed (signal 9), as the system does when memory runs out";
    }
    return signal > 0
        ? "the worker was ended by signal " + signal
        : "the worker ended itself with exit status " + status;
  }
}
