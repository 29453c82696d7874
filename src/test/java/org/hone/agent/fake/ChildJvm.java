package org.hone.agent.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM of its own, with this one's class path, as a rule measured like this one. Whatever it says
 * comes out in order.
 */
public final class ChildJvm implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  /** What the key sends. */
  private static final int END_OF_TEXT = 3;

  private final Process process;
  private final BufferedReader said;
  private final List<String> lines = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a main class in a folder. */
  public static ChildJvm start(
      Path folder, List<String> options, String mainClass, String... arguments) throws IOException {
    return start(folder, java(options, mainClass, arguments));
  }

  /** The same, not measured: for one that ends in the middle of writing what was measured. */
  public static ChildJvm startUnmeasured(Path folder, String mainClass, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(java(List.of(), mainClass, arguments));
    command.removeAll(measuring().toList());
    return start(folder, command);
  }

  /**
   * Starts a main class in a folder, at a terminal of its own, where {@link #typeControlC} types.
   */
  public static ChildJvm startAtTerminal(Path folder, String mainClass, String... arguments)
      throws IOException {
    String line =
        java(List.of(), mainClass, arguments).stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    // a shell that stayed in between would be told as well, and die of the first Ctrl-C
    return start(folder, List.of("script", "-qec", "exec " + line, "/dev/null"));
  }

  /** Whether there is what makes terminals, the one of util-linux. */
  public static boolean hasTerminals() throws InterruptedException {
    try {
      Process script = new ProcessBuilder("script", "--version").start();
      String version = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return script.waitFor() == 0 && version.contains("util-linux");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> java(List<String> options, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    measuring().forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"));
    command.addAll(options);
    command.add(mainClass);
    command.addAll(List.of(arguments));
    return command;
  }

  private static Stream<String> measuring() {
    return Stream.of(System.getProperty("hone.test.jvmArgs", "").split(" "))
        .filter(option -> option.startsWith("-"));
  }

  private static ChildJvm start(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", absoluteClassPath());
    builder.environment().put("OMP_NUM_THREADS", "1");
    return new ChildJvm(builder.directory(folder.toFile()).redirectErrorStream(true).start());
  }

  private static String absoluteClassPath() {
    String separator = System.getProperty("path.separator");
    return Stream.of(System.getProperty("java.class.path").split(separator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((a, b) -> a + separator + b)
        .orElseThrow();
  }

  /** Waits for so many lines that begin like this; false if it ended before. */
  public boolean await(String beginning, int times) throws IOException {
    return await(line -> line.startsWith(beginning), times);
  }

  /** Waits for so many lines of this kind; false if it ended before. */
  public boolean await(Predicate<String> kind, int times) throws IOException {
    int left = times;
    while (left > 0) {
      String line = said.readLine();
      if (line == null) {
        return false;
      }
      lines.add(line);
      left -= kind.test(line) ? 1 : 0;
    }
    return true;
  }

  /** Asks it to end, as Ctrl-C does. */
  public void interrupt() {
    // unlike the process itself, its handle leaves what it said readable
    process.toHandle().destroy();
  }

  /** Sends the signal that Ctrl-C sends. */
  public void pressControlC() throws IOException, InterruptedException {
    int unused = new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
  }

  /** Presses Ctrl-C at its terminal, which tells all that run there. */
  public void typeControlC() throws IOException {
    process.getOutputStream().write(END_OF_TEXT);
    process.getOutputStream().flush();
  }

  /** The processes that it has started. */
  public List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /** Ends it without asking. */
  public void kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly();
    int unused = exitCode();
  }

  /** Waits for its end. */
  public int exitCode() throws IOException, InterruptedException {
    said.lines().forEach(lines::add);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it goes on and on: " + lines);
    }
    return process.exitValue();
  }

  /** Everything it has said so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
