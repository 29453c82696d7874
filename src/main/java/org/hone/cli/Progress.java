package org.hone.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.hone.agent.TuningListener;
import org.hone.api.training.Metric;

/** Shows how a tuning goes. */
interface Progress extends TuningListener, AutoCloseable {

  @Override
  default void close() {}

  /** Shows nothing. */
  static Progress silent() {
    return new Progress() {};
  }

  /** A bar on a terminal, a line per training elsewhere. */
  static Progress on(PrintWriter err, Metric metric) {
    return Terminal.isThere() ? bars(metric) : new ProgressLines(err, metric);
  }

  private static Progress bars(Metric metric) {
    BarWithLines place = new BarWithLines();
    return new ProgressBars(place::above, metric, new ProgressBarBuilder().setConsumer(place));
  }
}
