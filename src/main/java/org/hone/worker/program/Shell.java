package org.hone.worker.program;

import java.util.List;
import java.util.Locale;

/**
 * The shell that runs a command: {@code sh -c}, on Windows {@code cmd /c}.
 *
 * <p>Ctrl-C reaches every process of a terminal; a program that died of it would look like one that
 * failed. So it ignores that, as background jobs of a shell do, and is ended by Hone.
 */
final class Shell {
  private static final String DEAF_TO_THE_TERMINAL = "trap '' INT HUP\n";

  private Shell() {}

  /** The words that start the command. */
  static List<String> words(String command) {
    return isWindows()
        ? List.of("cmd", "/c", command)
        : List.of("sh", "-c", DEAF_TO_THE_TERMINAL + command);
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /** Whether the status says that the shell found nothing to run. */
  static boolean foundNothing(int exitStatus) {
    return isWindows() ? exitStatus == 9009 : exitStatus == 126 || exitStatus == 127;
  }
}
