package org.hone.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hone.api.training.Decision;
import org.hone.search.study.Trial;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialRecord;

/** Writes what a running trial reports into its record, and asks the pruner. */
final class TrialFollower implements TrialRunner.Observer {
  private final Trial trial;
  private final Provenance provenance;
  private final Scores scores;
  private final int epochs;
  private final TuningListener listener;
  private final BooleanSupplier stop;
  private final List<Object> notes = new ArrayList<>();
  private Optional<TimeAtWork> time = Optional.empty();

  /**
   * @param provenance of the trial, but for its recipe
   * @param scores what becomes of them
   */
  TrialFollower(
      Trial trial,
      Provenance provenance,
      Scores scores,
      int epochs,
      TuningListener listener,
      BooleanSupplier stop) {
    this.trial = trial;
    this.provenance = provenance;
    this.scores = scores;
    this.epochs = epochs;
    this.listener = listener;
    this.stop = stop;
  }

  /** What is noted comes after what was noted before the trial was cut off. */
  TrialFollower after(TrialRecord before) {
    if (before.userAttributes().get(TrialReport.NOTES) instanceof List<?> earlier) {
      notes.addAll(earlier);
    }
    return this;
  }

  /** The time is taken. */
  TrialFollower timedBy(TimeAtWork clock) {
    time = Optional.of(clock);
    return this;
  }

  /** What becomes of the scores of a trial's epochs. */
  enum Scores {
    /** The pruner sees them and may end the trial. */
    JUDGED,
    /** The pruner sees them, to judge others by. */
    KEPT,
    /** Of several objectives an epoch shows the first only: it is a series like others. */
    SERIES
  }

  @Override
  public void began(String recipe) {
    trial.setProvenance(
        new Provenance(
            provenance.seed(),
            provenance.studyFile(),
            recipe,
            provenance.plugins(),
            provenance.engine(),
            provenance.device(),
            provenance.artifacts()));
  }

  @Override
  public void note(String line) {
    notes.add(line);
    trial.setUserAttribute(TrialReport.NOTES, List.copyOf(notes));
    listener.note("trial %d: %s".formatted(trial.number(), line));
  }

  @Override
  public Decision epoch(int epoch, double score, Map<String, Double> readings) {
    trial.appendSeries(epoch, readings);
    if (scores != Scores.SERIES) {
      trial.report(epoch, score);
    }
    listener.epoch(epoch, epochs);
    time.ifPresent(TimeAtWork::goesOn);
    boolean judged = scores == Scores.JUDGED && isTelling(epoch);
    return judged && trial.shouldPrune() ? Decision.STOP : Decision.CONTINUE;
  }

  /**
   * Recipes with a warm-up or much regularisation begin slowly, so the first third of the budget is
   * not held against them; and the last epoch is paid for already.
   */
  private boolean isTelling(int epoch) {
    return 3 * epoch >= epochs && epoch < epochs;
  }

  @Override
  public boolean stopRequested() {
    return stop.getAsBoolean();
  }
}
