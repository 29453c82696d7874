package org.hone.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** A bar on a terminal; what programs write to their standard error stands above it. */
final class OptimizeBar implements OptimizeProgress {
  private static final int NO_END = -1;

  private final BarWithLines place;
  private final int workers;
  private final Leader leader = new Leader();
  private Optional<ProgressBar> bar = Optional.empty();

  OptimizeBar(BarWithLines place, int workers) {
    this.place = place;
    this.workers = workers;
  }

  @Override
  public synchronized void began(List<String> lines, StudySnapshot study, OptionalInt total) {
    lines.forEach(place::above);
    leader.begin(study);
    bar =
        Optional.of(
            new ProgressBarBuilder()
                .setConsumer(place)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setTaskName("trials")
                .continuousUpdate()
                .setInitialMax(total.orElse(NO_END))
                .startsFrom(StudyText.finished(study), Duration.ZERO)
                .build());
    show();
  }

  @Override
  public synchronized void finished(StudySnapshot study, TrialRecord trial) {
    boolean unused = leader.offer(study, trial);
    if (trial.state() == TrialState.FAIL && !trial.isInterrupted()) {
      place.above("trial %d: failed, %s".formatted(trial.number(), TrialText.reason(trial)));
    }
    if (!trial.isInterrupted()) {
      bar.ifPresent(ProgressBar::step);
    }
    show();
  }

  private void show() {
    bar.ifPresent(shown -> shown.setExtraMessage(leader.text().map(text -> " " + text).orElse("")));
  }

  @Override
  public void line(int worker, String text) {
    place.above(workers > 1 ? "[program %d] %s".formatted(worker, text) : text);
  }

  @Override
  public synchronized void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
