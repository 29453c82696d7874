package org.hone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/**
 * Where a progress bar is shown, with lines above it that stay. It asks for its width itself: what
 * the library does for that takes Ctrl-C away from this program.
 */
final class BarWithLines extends ConsoleProgressBarConsumer {
  private static final String TO_LINE_START_AND_CLEAR = "\r\033[K";

  private final PrintStream err;
  private final IntSupplier columns;
  private String shown = "";

  BarWithLines() {
    this(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        new TerminalWidth());
  }

  /**
   * @param columns how many the terminal has
   */
  BarWithLines(PrintStream err, IntSupplier columns) {
    super(err, TerminalWidth.USUAL);
    this.err = err;
    this.columns = columns;
  }

  /** The last column stays free: a terminal goes to the next line after it. */
  @Override
  public int getMaxRenderedLength() {
    return columns.getAsInt() - 1;
  }

  @Override
  public synchronized void accept(String bar) {
    shown = bar;
    super.accept(bar);
  }

  /** Shows a line above the bar. */
  synchronized void above(String line) {
    err.print(TO_LINE_START_AND_CLEAR + line + System.lineSeparator());
    if (!shown.isEmpty()) {
      super.accept(shown);
    }
  }

  @Override
  public synchronized void close() {
    shown = "";
    super.close();
  }
}
