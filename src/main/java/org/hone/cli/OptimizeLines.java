package org.hone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/** A line per trial. */
final class OptimizeLines implements OptimizeProgress {
  private final PrintWriter err;
  private final int workers;
  private final Leader leader = new Leader();

  OptimizeLines(PrintWriter err, int workers) {
    this.err = err;
    this.workers = workers;
  }

  @Override
  public synchronized void began(List<String> lines, StudySnapshot study, OptionalInt total) {
    leader.begin(study);
    lines.forEach(err::println);
  }

  @Override
  public synchronized void finished(StudySnapshot study, TrialRecord trial) {
    boolean leads = leader.offer(study, trial);
    String time = TrialText.time(trial);
    err.println(
        "trial %d: %s%s%s"
            .formatted(
                trial.number(),
                outcome(trial),
                leads ? note(trial) : "",
                time.isEmpty() ? "" : " (%s)".formatted(time)));
  }

  private static String note(TrialRecord trial) {
    return trial.values().size() > 1 ? ", on the front" : ", the best so far";
  }

  private static String outcome(TrialRecord trial) {
    return switch (trial.state()) {
      case COMPLETE ->
          TrialText.values(trial.values()) + (trial.isFeasible() ? "" : ", breaks a constraint");
      case PRUNED -> "pruned at step %d".formatted(trial.intermediate().lastKey());
      default -> trial.isInterrupted() ? "interrupted" : "failed, " + TrialText.reason(trial);
    };
  }

  @Override
  public synchronized void line(int worker, String text) {
    err.println(workers > 1 ? "[program %d] %s".formatted(worker, text) : text);
  }

  @Override
  public void close() {}
}
