package org.hone.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command line that starts a worker. */
record WorkerCommand(WorkerSettings settings) implements Launcher {
  /**
   * Ctrl-C reaches every process of a terminal, but what becomes of a worker is its parent's
   * business.
   */
  private static final List<String> DEAF_TO_THE_TERMINAL =
      List.of("sh", "-c", "trap '' INT HUP\nexec \"$@\"", "hone-worker");

  @Override
  public Process start(Door door, Map<String, String> more) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words(door.port())).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put(WorkerLife.TOKEN, door.token());
    // as a variable it may be long
    environment.put("CLASSPATH", System.getProperty("java.class.path", ""));
    environment.putAll(more);
    environment.putIfAbsent("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  List<String> words(int port) {
    List<String> words = new ArrayList<>(isWindows() ? List.of() : DEAF_TO_THE_TERMINAL);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:+UseSerialGC");
    // what has no memory left is better replaced
    words.add("-XX:+ExitOnOutOfMemoryError");
    words.add("-XX:-CreateCoredumpOnCrash");
    words.add(
        "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "hone-worker-%p.log"));
    words.addAll(settings.options());
    words.add(settings.program());
    words.add(String.valueOf(port));
    return words;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
