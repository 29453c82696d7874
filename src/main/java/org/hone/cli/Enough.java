package org.hone.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.hone.search.study.Study;
import org.hone.search.study.StudyListener;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Stops a search when it is over, or when its study has as many trials as wanted: other processes
 * may run trials of it too.
 */
final class Enough implements StudyListener {
  private final OptionalInt wanted;
  private final BooleanSupplier over;
  private volatile Optional<Study> watched = Optional.empty();

  /**
   * @param wanted how many trials; without end if empty
   * @param over whether to stop whatever there is
   */
  Enough(OptionalInt wanted, BooleanSupplier over) {
    this.wanted = wanted;
    this.over = over;
  }

  /** Whose search is to be stopped. */
  void watch(Study study) {
    watched = Optional.of(study);
  }

  @Override
  public void finished(StudySnapshot snapshot, TrialRecord trial) {
    if (over.getAsBoolean() || hasAll(snapshot)) {
      watched.ifPresent(Study::stop);
    }
  }

  private boolean hasAll(StudySnapshot snapshot) {
    return wanted.isPresent() && StudyText.finished(snapshot) >= wanted.getAsInt();
  }
}
