package org.hone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hone.api.training.Metric;
import org.hone.search.trial.TrialRecord;

/** A line per training. */
final class ProgressLines implements Progress {
  private final PrintWriter err;
  private final BestSoFar best;

  ProgressLines(PrintWriter err, Metric metric) {
    this.err = err;
    this.best = new BestSoFar(metric);
  }

  @Override
  public void opened(List<String> lines) {
    lines.forEach(err::println);
  }

  @Override
  public void began(Phase phase, int total, int done, Optional<TrialRecord> soFar) {
    best.set(soFar);
    String name = phase.name().toLowerCase(Locale.ROOT);
    err.println("%s: %d of %d trainings done".formatted(name, done, total));
  }

  @Override
  public void finished(Phase phase, TrialRecord trial) {
    boolean search = phase == Phase.SEARCH;
    String note = search && best.offer(trial) ? ", the best so far" : "";
    String time =
        trial.duration().map(took -> " (%.1f s)".formatted(took.toMillis() / 1e3)).orElse("");
    err.println(
        "%s %d: %s%s%s"
            .formatted(search ? "trial" : "run", trial.number(), outcome(trial), note, time));
  }

  private String outcome(TrialRecord trial) {
    return switch (trial.state()) {
      case COMPLETE -> best.text(trial);
      case PRUNED -> "pruned after epoch " + trial.intermediate().size();
      default ->
          "failed, "
              + trial.reason().flatMap(text -> text.lines().findFirst()).orElse("no reason given");
    };
  }

  @Override
  public void note(String line) {
    err.println(line);
  }
}
