package org.hone.search.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.search.storage.AttributeKind;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialLog;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.jspecify.annotations.Nullable;

/**
 * A study as this process last read it. A snapshot reads only what may have changed since, whoever
 * changed it: trials beyond the frontier, and the study's attributes. Thread-safe.
 *
 * <p>Python gives ids of deleted studies and trials out again. What was read is therefore believed
 * only while one finished trial, the witness, is in the database unchanged.
 */
final class StudyView {
  private final Database database;
  private final long study;
  private final DistributionTexts texts;
  private @Nullable StudyDefinition definition;
  private @Nullable TrialRecord witness;
  private TrialLog trials = new TrialLog();

  /** Where the frontier's unfinished trials lie among the trials. */
  private List<Integer> places = List.of();

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
    if (!isWitnessed(statements)) {
      forget();
    }
    StudyDefinition known = definition(statements);
    if (!update(statements, known)) {
      forget();
      known = definition(statements);
      update(statements, known);
    }
    return new StudySnapshot(
        known,
        trials.view(),
        AttributeTable.ofStudy(AttributeKind.USER).get(statements, study),
        AttributeTable.ofStudy(AttributeKind.SYSTEM).get(statements, study));
  }

  private StudyDefinition definition(Statements statements) throws SQLException {
    StudyDefinition known = definition;
    if (known == null) {
      known = new StudyTable(statements, database.dialect()).definition(study);
      definition = known;
    }
    return known;
  }

  private void forget() {
    definition = null;
    witness = null;
    trials = new TrialLog();
    places = List.of();
    frontier = Frontier.NOTHING_READ;
    distributions = new KnownDistributions(study, texts);
  }

  private static final String WITNESS =
      "select study_id, number, state, datetime_complete from trials where trial_id = ?";

  private boolean isWitnessed(Statements statements) throws SQLException {
    TrialRecord known = witness;
    if (known == null) {
      return false;
    }
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
  private boolean update(Statements statements, StudyDefinition known) throws SQLException {
    List<Long> open = new ArrayList<>(frontier.unfinished());
    open.addAll(statements.all(NEWER, row -> row.getLong(1), study, frontier.newest()));
    if (open.isEmpty()) {
      return true;
    }
    List<TrialRecord> read =
        new TrialReader(statements, database.dialect(), texts, known.space()).read(open);
    boolean complete = read.size() == open.size();
    if (complete) {
      take(read);
    }
    return complete;
  }

  /**
   * @param read first those at {@code places}, then new ones
   */
  private void take(List<TrialRecord> read) {
    List<Integer> unfinishedPlaces = new ArrayList<>();
    List<Long> unfinished = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      TrialRecord trial = read.get(i);
      int place = i < places.size() ? places.get(i) : trials.size();
      if (place < trials.size()) {
        trials.set(place, trial);
      } else {
        trials.add(trial);
      }
      if (!trial.state().isFinished()) {
        unfinishedPlaces.add(place);
        unfinished.add(trial.id());
      } else if (witness == null) {
        witness = trial;
      }
    }
    places = unfinishedPlaces;
    frontier = new Frontier(unfinished, trials.get(trials.size() - 1).id());
  }
}
