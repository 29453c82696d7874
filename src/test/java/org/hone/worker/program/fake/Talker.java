package org.hone.worker.program.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that measures (x - 0.3)^2, and misbehaves in the trials it is told to: {@code die@3}
 * means that it dies in trial 3, {@code curve@*} that it reports in all of them.
 */
public final class Talker {
  private static final Pattern TRIAL = Pattern.compile("\"trial\":(\\d+)");
  private static final Pattern X = Pattern.compile("\"x\":([-+.0-9eE]+)");
  private static final int STEPS = 4;

  private final Map<String, String> rules = new HashMap<>();
  private final Optional<Path> log;
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Talker(String[] arguments) {
    log = Stream.of(arguments).findFirst().filter(name -> !name.equals("-")).map(Path::of);
    Stream.of(arguments)
        .skip(1)
        .map(rule -> rule.split("@"))
        .forEach(rule -> rules.put(rule[1], rule[0]));
  }

  /**
   * The command that starts it, for a shell.
   *
   * @param log a file to which it appends a line per trial: process, and what it was asked
   * @param rules as above
   */
  public static String command(Path log, String... rules) throws URISyntaxException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path classes =
        Path.of(Talker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Stream.concat(
            Stream.of(
                java.toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes.toString(),
                Talker.class.getName(),
                log.toString()),
            Stream.of(rules))
        .map(word -> '"' + word + '"')
        .collect(Collectors.joining(" "));
  }

  /** The processes that wrote a log, in order, each as often as it ran a trial. */
  public static List<Long> processes(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .map(line -> Long.valueOf(line.substring(0, line.indexOf(' '))))
        .toList();
  }

  public static void main(String[] arguments) throws Exception {
    new Talker(arguments).run();
  }

  private void run() throws IOException, InterruptedException {
    String line = in.readLine();
    while (line != null) {
      note(line);
      int trial = (int) number(TRIAL, line);
      String rule = rules.getOrDefault(String.valueOf(trial), rules.getOrDefault("*", "measure"));
      act(rule, trial, Math.pow(number(X, line) - 0.3, 2));
      line = in.readLine();
    }
  }

  private void note(String line) throws IOException {
    if (log.isPresent()) {
      Files.writeString(
          log.get(),
          "%d %s%n".formatted(ProcessHandle.current().pid(), line),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static double number(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  private void act(String rule, int trial, double value) throws IOException, InterruptedException {
    switch (rule) {
      case "measure" -> say(trial, "\"values\":[" + value + "]");
      case "value" -> say(trial, "\"value\":" + value);
      case "two" -> say(trial, "\"values\":[" + value + "," + (1 - value) + "]");
      case "curve" -> curve(trial, value, false);
      case "stubborn" -> curve(trial, value, true);
      case "constrained" -> say(trial, "\"values\":[" + value + "],\"constraints\":[-1,0.5]");
      case "fail" -> say(trial, "\"fail\":\"out of memory\"");
      case "nan" -> say(trial, "\"values\":[NaN]");
      case "null" -> say(trial, "\"values\":[null]");
      case "words" -> out.println("Epoch 1 of 10");
      case "other" -> say(trial + 1, "\"values\":[1]");
      case "die" -> die();
      case "quit" -> System.exit(0);
      case "hang" -> Thread.sleep(Long.MAX_VALUE);
      default -> throw new IllegalArgumentException(rule);
    }
  }

  private void say(int trial, String rest) {
    out.println("{\"trial\":" + trial + "," + rest + "}");
  }

  private static void die() {
    System.err.println("Traceback (most recent call last):");
    System.err.println("ValueError: no such layer");
    System.exit(3);
  }

  /** Falls from 1 to the value; a stubborn one goes on after it was pruned. */
  private void curve(int trial, double value, boolean stubborn) throws IOException {
    for (int step = 1; step <= STEPS; step++) {
      say(trial, "\"step\":" + step + ",\"value\":" + (value + 1.0 - (double) step / STEPS));
      String answer = in.readLine();
      if (answer == null || !answer.startsWith("{\"trial\":" + trial + ",\"prune\":")) {
        throw new IllegalStateException("no answer but " + answer);
      }
      if (answer.contains("true")) {
        if (stubborn) {
          say(trial, "\"values\":[" + value + "]");
        }
        return;
      }
    }
    say(trial, "\"values\":[" + value + "]");
  }
}
