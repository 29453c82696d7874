package org.hone.search.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.ParameterValues.Assignment;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Beginning;
import org.hone.search.storage.Ending;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.jspecify.annotations.Nullable;

/** What is written of trials into Optuna's tables, each call within a writing transaction. */
record TrialTable(Statements statements, Dialect dialect, DistributionTexts texts) {

  /** Who writes holds the study's lock, so that ids and numbers ascend together. */
  private static final String INSERT =
      """
      insert into trials (trial_id, number, study_id, state, datetime_start)
      values (%s, coalesce(
        (select number from trials where study_id = ? order by trial_id desc limit 1), -1) + 1,
        ?, ?, ?)
      returning trial_id, number""";

  /** The study's lock is held, and the parameters are compatible. */
  TrialRecord create(long study, Beginning beginning, Instant now) throws SQLException {
    boolean running = beginning.state() == TrialState.RUNNING;
    @Nullable Object started = running ? dialect.timestamp(now) : null;
    String insert = INSERT.formatted(dialect.nextTrialId());
    String state = beginning.state().name();
    TrialDraft draft =
        statements
            .first(
                insert,
                row -> new TrialDraft(row.getLong(1), row.getInt(2), beginning.state()),
                study,
                study,
                state,
                started)
            .orElseThrow();
    if (running) {
      draft.started(now);
    }
    return complete(draft, beginning);
  }

  private TrialRecord complete(TrialDraft draft, Beginning beginning) throws SQLException {
    draft.parameters(beginning.parameters());
    beginning.systemAttributes().forEach(draft::systemAttribute);
    TrialRecord trial = draft.record();
    setParameters(trial.id(), beginning.parameters());
    for (Map.Entry<String, Object> attribute : beginning.systemAttributes().entrySet()) {
      setAttribute(trial.id(), AttributeKind.SYSTEM, attribute.getKey(), attribute.getValue());
    }
    return trial;
  }

  /**
   * Where a trial belongs.
   *
   * @param objectives how many its study has
   */
  record Home(long study, int objectives) {}

  private static final String HOME =
      """
      select study_id,
        (select count(*) from study_directions where study_directions.study_id = trials.study_id)
      from trials where trial_id = ?""";

  /**
   * @throws IllegalArgumentException if there is no such trial
   */
  Home home(long trial) throws SQLException {
    return statements
        .first(HOME, row -> new Home(row.getLong(1), row.getInt(2)), trial)
        .orElseThrow(() -> unknown(trial));
  }

  static IllegalArgumentException unknown(long trial) {
    return new IllegalArgumentException("no trial with id " + trial);
  }

  private static final String STATE =
      "select state, number, study_id from trials where trial_id = ?";

  /**
   * Keeps others from ending the trial until the transaction ends.
   *
   * @return its study
   * @throws IllegalArgumentException if there is no such trial
   * @throws IllegalStateException if it is finished
   */
  long requireUnfinished(long trial) throws SQLException {
    return statements
        .first(
            STATE + dialect.forUpdate(),
            row -> {
              TrialState.valueOf(row.getString(1)).requireUnfinished(row.getInt(2));
              return row.getLong(3);
            },
            trial)
        .orElseThrow(() -> unknown(trial));
  }

  /** The plus signs keep SQLite from going through the index of all trials of the study. */
  private static final String WAITING_AMONG =
      "select trial_id from trials where +study_id = ? and state = 'WAITING' and trial_id%s"
          + " order by trial_id limit 1";

  private static final String WAITING_AFTER =
      "select trial_id from trials where study_id = ? and state = 'WAITING' and trial_id > ?"
          + " order by trial_id limit 1";

  /** The first waiting trial of those that the frontier leaves open. */
  Optional<Long> firstWaiting(long study, Frontier frontier) throws SQLException {
    return firstWaiting(study, frontier, "");
  }

  private Optional<Long> firstWaiting(long study, Frontier frontier, String lock)
      throws SQLException {
    Optional<Long> first =
        frontier.unfinished().isEmpty()
            ? Optional.empty()
            : statements.first(
                WAITING_AMONG.formatted(dialect.among()) + lock,
                row -> row.getLong(1),
                study,
                dialect.ids(frontier.unfinished()));
    return first.isPresent()
        ? first
        : statements.first(WAITING_AFTER + lock, row -> row.getLong(1), study, frontier.newest());
  }

  private static final String CLAIM =
      "update trials set state = 'RUNNING', datetime_start = ? where trial_id = ? and state = 'WAITING'";

  /** The first waiting trial of those that the frontier leaves open, now running. */
  Optional<Long> claimWaiting(long study, Frontier frontier, Instant now) throws SQLException {
    Optional<Long> first = firstWaiting(study, frontier, dialect.forUpdateSkipLocked());
    if (first.isEmpty() || statements.update(CLAIM, dialect.timestamp(now), first.get()) == 0) {
      return Optional.empty();
    }
    return first;
  }

  private static final String SET_PARAMETER =
      """
      insert into trial_params (trial_id, param_name, param_value, distribution_json)
      values (?, ?, ?, ?) on conflict (trial_id, param_name) do update
      set param_value = excluded.param_value, distribution_json = excluded.distribution_json""";

  /** They are compatible with what the study has. */
  void setParameters(long trial, ParameterValues parameters) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Map.Entry<String, Assignment> entry : parameters.assignments().entrySet()) {
      Assignment assignment = entry.getValue();
      String distribution = texts.write(assignment.distribution());
      rows.add(new Object[] {trial, entry.getKey(), assignment.value(), distribution});
    }
    statements.updateAll(SET_PARAMETER, rows);
  }

  private static final String REPORT =
      """
      insert into trial_intermediate_values
      (trial_id, step, intermediate_value, intermediate_value_type) values (?, ?, ?, ?)
      on conflict (trial_id, step) do update set intermediate_value = excluded.intermediate_value,
      intermediate_value_type = excluded.intermediate_value_type""";

  void report(long trial, int step, double value) throws SQLException {
    StoredDouble stored = StoredDouble.of(value);
    statements.update(REPORT, trial, step, stored.value(), stored.type());
  }

  void setAttribute(long trial, AttributeKind kind, String key, Object value) throws SQLException {
    AttributeTable.ofTrial(kind).set(statements, trial, key, value);
  }

  private static final String FINISH =
      """
      update trials set state = ?, datetime_complete = ?
      where trial_id = ? and state in ('RUNNING', 'WAITING')""";
  private static final String INSERT_VALUE =
      "insert into trial_values (trial_id, objective, value, value_type) values (?, ?, ?, ?)";

  /** Whether it was unfinished until now. */
  boolean finish(long trial, Ending ending, Instant now) throws SQLException {
    Object completed = dialect.timestamp(now);
    if (statements.update(FINISH, ending.state().name(), completed, trial) == 0) {
      return false;
    }
    List<Double> values = ending.values();
    for (int objective = 0; objective < values.size(); objective++) {
      StoredDouble stored = StoredDouble.of(values.get(objective));
      statements.update(INSERT_VALUE, trial, objective, stored.value(), stored.type());
    }
    if (ending.reason().isPresent()) {
      setAttribute(trial, AttributeKind.SYSTEM, TrialRecord.REASON, ending.reason().get());
    }
    return true;
  }
}
