package org.hone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import org.hone.search.study.StudyListener;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.worker.program.ProgramErrors;

/** Shows how an optimisation goes, and what its programs complain of. Thread-safe. */
interface OptimizeProgress extends StudyListener, ProgramErrors, AutoCloseable {

  /** It begins, or goes on. */
  void began(List<String> lines, StudySnapshot study, OptionalInt total);

  @Override
  void close();

  /** Shows nothing. */
  static OptimizeProgress silent() {
    return new OptimizeProgress() {
      @Override
      public void began(List<String> lines, StudySnapshot study, OptionalInt total) {}

      @Override
      public void finished(StudySnapshot study, TrialRecord trial) {}

      @Override
      public void line(int worker, String text) {}

      @Override
      public void close() {}
    };
  }

  /**
   * A bar on a terminal, a line per trial elsewhere.
   *
   * @param workers how many programs there are; of several each line says which
   */
  static OptimizeProgress on(PrintWriter err, int workers) {
    return Terminal.isThere()
        ? new OptimizeBar(new BarWithLines(), workers)
        : new OptimizeLines(err, workers);
  }
}
