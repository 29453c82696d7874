package org.hone.search.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hone.search.storage.AttributeKind;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.jspecify.annotations.Nullable;

/**
 * A study as this process last read it. A snapshot reads only what may have changed since, whoever
 * changed it: trials beyond the frontier, and the study's attributes. Thread-safe.
 *
 * <p>Python gives ids of deleted studies and trials out again. What was read is therefore believed
 * only while the oldest finished trial, the witness, is in the database unchanged.
 */
final class StudyView {
  private static final Comparator<TrialRecord> BY_ID = Comparator.comparingLong(TrialRecord::id);

  private final Database database;
  private final long study;
  private final DistributionTexts texts;
  private @Nullable StudyDefinition definition;
  private final List<TrialRecord> trials = new ArrayList<>();
  private volatile Frontier frontier = Frontier.NOTHING_READ;
  private volatile KnownDistributions distributions;

  StudyView(Database database, long study, DistributionTexts texts) {
    this.database = database;
    this.study = study;
    this.texts = texts;
    this.distributions = new KnownDistributions(study, texts);
  }

  /** The study as it is now. */
  synchronized StudySnapshot snapshot() {
    return database.read(this::read);
  }

  /** Beyond it lies what may have changed. Waits for nobody, as whoever writes must not. */
  Frontier frontier() {
    return frontier;
  }

  /** What new parameters must be compatible with. */
  KnownDistributions distributions() {
    return distributions;
  }

  private StudySnapshot read(Statements statements) throws SQLException {
    if (!isWitnessed(statements) || !update(statements)) {
      forget();
      update(statements);
    }
    StudyDefinition known = definition;
    if (known == null) {
      known = new StudyTable(statements, database.dialect()).definition(study);
      definition = known;
    }
    return new StudySnapshot(
        known,
        trials,
        AttributeTable.ofStudy(AttributeKind.USER).get(statements, study),
        AttributeTable.ofStudy(AttributeKind.SYSTEM).get(statements, study));
  }

  private void forget() {
    definition = null;
    trials.clear();
    frontier = Frontier.NOTHING_READ;
    distributions = new KnownDistributions(study, texts);
  }

  private static final String WITNESS =
      "select study_id, number, state, datetime_complete from trials where trial_id = ?";

  private boolean isWitnessed(Statements statements) throws SQLException {
    Optional<TrialRecord> witness =
        trials.stream().filter(trial -> trial.state().isFinished()).findFirst();
    if (witness.isEmpty()) {
      return false;
    }
    TrialRecord known = witness.get();
    return statements
        .first(
            WITNESS,
            row ->
                row.getLong(1) == study
                    && row.getInt(2) == known.number()
                    && TrialState.valueOf(row.getString(3)) == known.state()
                    && instant(row, 4).equals(known.completed()),
            known.id())
        .orElse(false);
  }

  private Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return database.dialect().instant(row, column);
  }

  private static final String NEWER =
      "select trial_id from trials where study_id = ? and trial_id > ? order by trial_id";

  /** Whether all trials that were unfinished are still there. */
  private boolean update(Statements statements) throws SQLException {
    List<Long> newer = statements.all(NEWER, row -> row.getLong(1), study, frontier.newest());
    List<Long> open = new ArrayList<>(frontier.unfinished());
    open.addAll(newer);
    if (open.isEmpty()) {
      return true;
    }
    List<TrialRecord> read = new TrialReader(statements, database.dialect(), texts).read(open);
    if (read.size() < open.size()) {
      return false;
    }
    take(read, frontier.unfinished().size());
    return true;
  }

  /**
   * @param known how many of them, the first ones, are known already
   */
  private void take(List<TrialRecord> read, int known) {
    for (TrialRecord trial : read.subList(0, known)) {
      trials.set(Collections.binarySearch(trials, trial, BY_ID), trial);
    }
    trials.addAll(read.subList(known, read.size()));
    frontier =
        new Frontier(
            read.stream()
                .filter(trial -> !trial.state().isFinished())
                .map(TrialRecord::id)
                .toList(),
            trials.get(trials.size() - 1).id());
  }
}
