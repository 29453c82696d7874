package org.hone.search.sampler;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The points of a study's first trials, all of them finished.
 *
 * @param read how many trials that are
 */
record Tried(Set<ParameterValues> points, int read) {
  private static final int FEWEST_NEW = 32;

  /** Of a study, carried on from what was known. */
  static Tried of(StudySnapshot snapshot) {
    return snapshot.memo(Tried.class, known -> of(snapshot, known));
  }

  /** Reads on only when much has come, so that copying costs little on average. */
  private static Tried of(StudySnapshot snapshot, Optional<Tried> known) {
    List<TrialRecord> trials = snapshot.trials();
    Tried before =
        known.filter(it -> it.read() <= trials.size()).orElseGet(() -> new Tried(Set.of(), 0));
    int read = before.read();
    while (read < trials.size() && trials.get(read).state().isFinished()) {
      read++;
    }
    if (read - before.read() < Math.max(FEWEST_NEW, before.read() / 8)) {
      return before;
    }
    Set<ParameterValues> points = new HashSet<>(before.points());
    trials.subList(before.read(), read).stream()
        .filter(Tried::counts)
        .forEach(trial -> points.add(trial.parameters()));
    return new Tried(points, read);
  }

  /** Interrupted trials were not tried, and waiting ones have no parameters yet. */
  static boolean counts(TrialRecord trial) {
    return trial.state() != TrialState.WAITING && !trial.isInterrupted();
  }

  /** Whether a trial was run, or is running, at the point. */
  boolean contains(ParameterValues point, StudySnapshot snapshot) {
    return points.contains(point)
        || snapshot.trials().subList(read, snapshot.trials().size()).stream()
            .anyMatch(trial -> counts(trial) && trial.parameters().equals(point));
  }
}
