package org.hone.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Tells the user whose code ended the program by {@link System#exit}. Java offers no way to prevent
 * that: all that can be done is to say so on the way out, with an exit code of our own. A program
 * that is ended from outside goes without a word.
 */
final class ExitWatch {
  private final PrintWriter err;
  private final int code;

  private ExitWatch(PrintWriter err, int code) {
    this.err = err;
    this.code = code;
  }

  /**
   * Does some work that runs code of others.
   *
   * @param code the exit code of the program if it is ended meanwhile
   * @return what the work returns
   */
  static int over(IntSupplier work, PrintWriter err, int code) {
    ShutdownHook hook = ShutdownHook.install("exit watch", new ExitWatch(err, code)::tell);
    try {
      return work.getAsInt();
    } finally {
      hook.close();
    }
  }

  private void tell() {
    caller()
        .ifPresent(
            place -> {
              err.println(
                  "hone: %s ended the program, which a plug-in must not do".formatted(place));
              Runtime.getRuntime().halt(code);
            });
  }

  /** Where it was called: that thread waits until all hooks have run. */
  private static Optional<StackTraceElement> caller() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(frames -> Stream.of(frames).dropWhile(frame -> !exits(frame)))
        .filter(frame -> !"java.base".equals(frame.getModuleName()))
        .findFirst();
  }

  private static boolean exits(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit");
  }
}
