package org.hone.search.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.Distribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.ParameterValues.Assignment;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Beginning;
import org.hone.search.storage.Ending;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.jspecify.annotations.Nullable;

/** What is written of trials into Optuna's tables, each call within a writing transaction. */
record TrialTable(Connection connection, Dialect dialect) {

  private static final String INSERT =
      """
      insert into trials (trial_id, number, study_id, state, datetime_start)
      values (%s, (select count(*) from trials where study_id = ?), ?, ?, ?)
      returning trial_id""";

  long create(long study, Beginning beginning, Instant now) throws SQLException {
    boolean running = beginning.state() == TrialState.RUNNING;
    @Nullable Object started = running ? dialect.timestamp(now) : null;
    long id =
        Statements.first(
                connection,
                INSERT.formatted(dialect.nextTrialId()),
                row -> row.getLong(1),
                study,
                study,
                beginning.state().name(),
                started)
            .orElseThrow();
    setParameters(study, id, beginning.parameters());
    for (Map.Entry<String, Object> attribute : beginning.systemAttributes().entrySet()) {
      setAttribute(id, AttributeKind.SYSTEM, attribute.getKey(), attribute.getValue());
    }
    return id;
  }

  private static final String STUDY_OF = "select study_id from trials where trial_id = ?";

  /**
   * @throws IllegalArgumentException if there is no such trial
   */
  long studyOf(long trial) throws SQLException {
    return Statements.first(connection, STUDY_OF, row -> row.getLong(1), trial)
        .orElseThrow(() -> new IllegalArgumentException("no trial with id " + trial));
  }

  private static final String STATE = "select state, number from trials where trial_id = ?";

  /**
   * @throws IllegalArgumentException if there is no such trial
   * @throws IllegalStateException if it is finished
   */
  void requireUnfinished(long trial) throws SQLException {
    studyOf(trial);
    Statements.each(
        connection,
        STATE,
        row -> TrialState.valueOf(row.getString(1)).requireUnfinished(row.getInt(2)),
        trial);
  }

  private static final String FIRST_WAITING =
      "select min(trial_id) from trials where study_id = ? and state = 'WAITING' having count(*) > 0";
  private static final String CLAIM =
      "update trials set state = 'RUNNING', datetime_start = ? where trial_id = ? and state = 'WAITING'";

  Optional<Long> claimWaiting(long study, Instant now) throws SQLException {
    Optional<Long> first =
        Statements.first(connection, FIRST_WAITING, row -> row.getLong(1), study);
    if (first.isEmpty()
        || Statements.update(connection, CLAIM, dialect.timestamp(now), first.get()) == 0) {
      return Optional.empty();
    }
    return first;
  }

  private static final String SET_PARAMETER =
      """
      insert into trial_params (trial_id, param_name, param_value, distribution_json)
      values (?, ?, ?, ?) on conflict (trial_id, param_name) do update
      set param_value = excluded.param_value, distribution_json = excluded.distribution_json""";

  void setParameters(long study, long trial, ParameterValues parameters) throws SQLException {
    for (Map.Entry<String, Assignment> entry : parameters.assignments().entrySet()) {
      String name = entry.getKey();
      Distribution distribution = entry.getValue().distribution();
      requireCompatible(study, name, distribution);
      String json = Json.write(DistributionJson.write(distribution));
      Statements.update(connection, SET_PARAMETER, trial, name, entry.getValue().value(), json);
    }
  }

  private static final String KNOWN =
      """
      select distribution_json from trials join trial_params using (trial_id)
      where study_id = ? and param_name = ? limit 1""";

  private void requireCompatible(long study, String name, Distribution distribution)
      throws SQLException {
    Statements.first(
            connection,
            KNOWN,
            row -> DistributionJson.read(Json.read(row.getString(1))),
            study,
            name)
        .ifPresent(known -> known.requireCompatible(name, distribution));
  }

  private static final String REPORT =
      """
      insert into trial_intermediate_values
      (trial_id, step, intermediate_value, intermediate_value_type) values (?, ?, ?, ?)
      on conflict (trial_id, step) do update set intermediate_value = excluded.intermediate_value,
      intermediate_value_type = excluded.intermediate_value_type""";

  void report(long trial, int step, double value) throws SQLException {
    StoredDouble stored = StoredDouble.of(value);
    Statements.update(connection, REPORT, trial, step, stored.value(), stored.type());
  }

  void setAttribute(long trial, AttributeKind kind, String key, Object value) throws SQLException {
    AttributeTable.ofTrial(kind).set(connection, trial, key, value);
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
    if (Statements.update(connection, FINISH, ending.state().name(), completed, trial) == 0) {
      return false;
    }
    List<Double> values = ending.values();
    for (int objective = 0; objective < values.size(); objective++) {
      StoredDouble stored = StoredDouble.of(values.get(objective));
      Statements.update(connection, INSERT_VALUE, trial, objective, stored.value(), stored.type());
    }
    if (ending.reason().isPresent()) {
      setAttribute(trial, AttributeKind.SYSTEM, TrialRecord.REASON, ending.reason().get());
    }
    return true;
  }
}
