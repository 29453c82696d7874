package org.hone.agent;

import java.util.List;
import java.util.Optional;
import org.hone.search.trial.TrialRecord;

/** Lets trials that run at once speak one after the other. */
record OneAtATime(TuningListener listener) implements TuningListener {

  @Override
  public synchronized void opened(List<String> lines) {
    listener.opened(lines);
  }

  @Override
  public synchronized void began(Phase phase, int total, int done, Optional<TrialRecord> best) {
    listener.began(phase, total, done, best);
  }

  @Override
  public synchronized void epoch(int epoch, int epochs) {
    listener.epoch(epoch, epochs);
  }

  @Override
  public synchronized void finished(Phase phase, TrialRecord trial) {
    listener.finished(phase, trial);
  }

  @Override
  public synchronized void note(String line) {
    listener.note(line);
  }
}
