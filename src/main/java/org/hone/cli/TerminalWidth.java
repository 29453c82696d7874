package org.hone.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many columns the terminal has, asked again every few seconds, as its user may change it.
 * Libraries that know take the terminal over, and Ctrl-C with it; {@code stty} only answers.
 */
final class TerminalWidth implements IntSupplier {
  /** What a terminal has that does not tell. */
  static final int USUAL = 80;

  private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final List<String> QUESTION = List.of("stty", "size");
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,3})");
  private static final File TERMINAL = new File("/dev/tty");

  private final Supplier<Optional<String>> stty;
  private final LongSupplier nanoTime;
  private boolean asked;
  private long askedAt;
  private int columns = USUAL;

  TerminalWidth() {
    this(TerminalWidth::ask, System::nanoTime);
  }

  /**
   * @param stty rows and columns as {@code stty size} prints them
   * @param nanoTime a clock
   */
  TerminalWidth(Supplier<Optional<String>> stty, LongSupplier nanoTime) {
    this.stty = stty;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized int getAsInt() {
    long now = nanoTime.getAsLong();
    if (!asked || now - askedAt >= GOOD_FOR_NANOS) {
      asked = true;
      askedAt = now;
      columns = stty.get().flatMap(TerminalWidth::columns).orElse(columns);
    }
    return columns;
  }

  /** The second number, unless it is a 0 of a terminal without a size. */
  private static Optional<Integer> columns(String size) {
    Matcher matcher = SIZE.matcher(size.strip());
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static Optional<String> ask() {
    try {
      Process process =
          new ProcessBuilder(QUESTION)
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return Optional.of(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
