package org.hone.search.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * A study's trials, of which the finished ones, since they never change, are read only once.
 * Guarded by the session that reads.
 */
final class FinishedTrials {
  private final Map<Long, TrialRecord> finished = new HashMap<>();
  private long newest;

  /** A trial at first sight. */
  private record Glance(long id, int number, TrialState state, Optional<Instant> completed) {
    boolean shows(TrialRecord trial) {
      return trial.number() == number
          && trial.state() == state
          && trial.completed().equals(completed);
    }
  }

  private static final String GLANCE =
      "select trial_id, number, state, datetime_complete from trials where study_id = ? order by trial_id";

  /** All trials as they are now. */
  List<TrialRecord> read(Connection connection, Dialect dialect, long study) throws SQLException {
    Map<Long, TrialRecord> unseen = new HashMap<>();
    for (TrialRecord trial :
        new TrialReader(connection, dialect).read(study, newest + 1, Long.MAX_VALUE)) {
      unseen.put(trial.id(), trial);
    }
    List<Glance> glances =
        Statements.all(
            connection,
            GLANCE,
            row ->
                new Glance(
                    row.getLong(1),
                    row.getInt(2),
                    TrialState.valueOf(row.getString(3)),
                    dialect.instant(row, 4)),
            study);
    List<TrialRecord> trials = new ArrayList<>(glances.size());
    for (Glance glance : glances) {
      TrialRecord known = unseen.getOrDefault(glance.id(), finished.get(glance.id()));
      trials.add(
          known != null && glance.shows(known)
              ? known
              : new TrialReader(connection, dialect).read(study, glance.id(), glance.id()).get(0));
    }
    trials.forEach(this::remember);
    return trials;
  }

  private void remember(TrialRecord trial) {
    if (trial.state().isFinished()) {
      finished.put(trial.id(), trial);
      newest = Math.max(newest, trial.id());
    }
  }
}
