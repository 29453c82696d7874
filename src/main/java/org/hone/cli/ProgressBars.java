package org.hone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hone.api.training.Metric;
import org.hone.search.trial.TrialRecord;

/** A bar per phase. */
final class ProgressBars implements Progress {
  private final PrintWriter err;
  private final BestSoFar best;
  private final ProgressBarBuilder bars;
  private Optional<ProgressBar> bar = Optional.empty();

  /**
   * @param bars makes the bars; says where they are shown
   */
  ProgressBars(PrintWriter err, Metric metric, ProgressBarBuilder bars) {
    this.err = err;
    this.best = new BestSoFar(metric);
    this.bars = bars.setStyle(ProgressBarStyle.UNICODE_BLOCK);
  }

  @Override
  public void opened(List<String> lines) {
    lines.forEach(err::println);
  }

  @Override
  public void began(Phase phase, int total, int done, Optional<TrialRecord> soFar) {
    close();
    best.set(soFar);
    bar =
        Optional.of(
            bars.setTaskName(phase.name().toLowerCase(Locale.ROOT))
                .setInitialMax(total)
                .startsFrom(done, Duration.ZERO)
                .build());
    show("");
  }

  @Override
  public void epoch(int epoch, int epochs) {
    show(", epoch %d of %d".formatted(epoch, epochs));
  }

  @Override
  public void finished(Phase phase, TrialRecord trial) {
    if (phase == Phase.SEARCH) {
      boolean unused = best.offer(trial);
    }
    bar.ifPresent(ProgressBar::step);
    show("");
  }

  private void show(String more) {
    String text = best.text().map(score -> " best " + score).orElse("");
    bar.ifPresent(shown -> shown.setExtraMessage(text + more));
  }

  @Override
  public void note(String line) {
    err.println(line);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
