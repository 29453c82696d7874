package org.hone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** Where a progress bar is shown, with lines above it that stay. */
final class BarWithLines extends ConsoleProgressBarConsumer {
  private static final String TO_LINE_START_AND_CLEAR = "\r\033[K";

  private final PrintStream err;
  private String shown = "";

  BarWithLines() {
    this(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  private BarWithLines(PrintStream err) {
    super(err);
    this.err = err;
  }

  /**
   * @param width how many characters a bar may have
   */
  BarWithLines(PrintStream err, int width) {
    super(err, width);
    this.err = err;
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
