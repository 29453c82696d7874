package org.hone.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hone.api.training.Metric;
import org.hone.search.trial.TrialRecord;

/** A bar per phase. */
final class ProgressBars implements Progress {
  private final Consumer<String> above;
  private final BestSoFar best;
  private final ProgressBarBuilder bars;
  private Optional<ProgressBar> bar = Optional.empty();

  /**
   * @param above shows a line that stays above the bar
   * @param bars makes the bars; says where they are shown
   */
  ProgressBars(Consumer<String> above, Metric metric, ProgressBarBuilder bars) {
    this.above = above;
    this.best = new BestSoFar(metric);
    this.bars = bars.setStyle(ProgressBarStyle.UNICODE_BLOCK).continuousUpdate();
  }

  @Override
  public void opened(List<String> lines) {
    lines.forEach(above);
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
    above.accept(line);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
