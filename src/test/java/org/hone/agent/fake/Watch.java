package org.hone.agent.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hone.agent.TuningListener;
import org.hone.search.trial.TrialRecord;

/** Writes down what a tuning tells, and may ask it to stop. */
public class Watch implements TuningListener, BooleanSupplier {
  private final List<String> events = new ArrayList<>();
  private final List<TrialRecord> finished = new ArrayList<>();
  private final String last;
  private boolean stop;

  /** Never stops it. */
  public Watch() {
    this("");
  }

  /** Stops it once an event has come that begins like this. */
  public Watch(String last) {
    this.last = last;
  }

  /**
   * Everything told, in order: such as {@code SEARCH 0/6}, {@code epoch 1/3}, {@code SEARCH 2
   * COMPLETE}.
   */
  public List<String> events() {
    return List.copyOf(events);
  }

  /** The trainings that ended. */
  public List<TrialRecord> finished() {
    return List.copyOf(finished);
  }

  private void add(String event) {
    events.add(event);
    stop |= !last.isEmpty() && event.startsWith(last);
  }

  @Override
  public boolean getAsBoolean() {
    return stop;
  }

  @Override
  public void began(Phase phase, int total, int done, Optional<TrialRecord> best) {
    String known = best.map(trial -> ", best " + trial.number()).orElse("");
    add("%s %d/%d%s".formatted(phase, done, total, known));
  }

  @Override
  public void epoch(int epoch, int epochs) {
    add("epoch %d/%d".formatted(epoch, epochs));
  }

  @Override
  public void finished(Phase phase, TrialRecord trial) {
    finished.add(trial);
    add("%s %d %s".formatted(phase, trial.number(), trial.state()));
  }

  @Override
  public void note(String line) {
    add(line);
  }
}
