package org.hone.search.storage.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hone.search.space.Distribution;
import org.hone.search.space.ParameterValues.Assignment;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Reads whole trials out of Optuna's tables: six queries, however many trials there are. */
final class TrialReader {
  private final Connection connection;
  private final Dialect dialect;
  private final SortedMap<Long, TrialDraft> drafts = new TreeMap<>();
  private final Map<String, Distribution> distributions = new HashMap<>();

  TrialReader(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  private static final String TRIALS =
      """
      select trial_id, number, state, datetime_start, datetime_complete from trials
      where study_id = ? and trial_id between ? and ?""";
  private static final String PARAMETERS =
      """
      select trial_id, param_name, param_value, distribution_json
      from trials join trial_params using (trial_id)
      where study_id = ? and trial_id between ? and ? order by param_id""";
  private static final String VALUES =
      """
      select trial_id, value, value_type from trials join trial_values using (trial_id)
      where study_id = ? and trial_id between ? and ? order by objective""";
  private static final String INTERMEDIATE =
      """
      select trial_id, step, intermediate_value, intermediate_value_type
      from trials join trial_intermediate_values using (trial_id)
      where study_id = ? and trial_id between ? and ?""";
  private static final String ATTRIBUTES =
      """
      select trial_id, "key", value_json from trials join %s using (trial_id)
      where study_id = ? and trial_id between ? and ?""";

  /** The study's trials with ids from {@code first} to {@code last}, in the order of their ids. */
  List<TrialRecord> read(long study, long first, long last) throws SQLException {
    Object[] range = {study, first, last};
    Statements.each(connection, TRIALS, this::trial, range);
    Statements.each(connection, PARAMETERS, this::parameter, range);
    Statements.each(
        connection,
        INTERMEDIATE,
        row -> draft(row.getLong(1)).intermediate(row.getInt(2), StoredDouble.read(row, 3)),
        range);
    values(range);
    attributes(range);
    return drafts.values().stream().map(TrialDraft::record).toList();
  }

  private void values(Object[] range) throws SQLException {
    Map<Long, List<Double>> values = new HashMap<>();
    Statements.each(
        connection,
        VALUES,
        row ->
            values
                .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                .add(StoredDouble.read(row, 2)),
        range);
    values.forEach((id, all) -> draft(id).values(all));
  }

  private void attributes(Object[] range) throws SQLException {
    Statements.each(
        connection,
        ATTRIBUTES.formatted("trial_user_attributes"),
        row -> draft(row.getLong(1)).userAttribute(row.getString(2), attribute(row)),
        range);
    Statements.each(
        connection,
        ATTRIBUTES.formatted("trial_system_attributes"),
        row -> draft(row.getLong(1)).systemAttribute(row.getString(2), attribute(row)),
        range);
  }

  private TrialDraft draft(long id) {
    TrialDraft draft = drafts.get(id);
    if (draft == null) {
      throw new IllegalStateException("no trial with id " + id);
    }
    return draft;
  }

  private void trial(ResultSet row) throws SQLException {
    TrialState state = TrialState.valueOf(row.getString(3));
    TrialDraft draft = new TrialDraft(row.getLong(1), row.getInt(2), state);
    dialect.instant(row, 4).ifPresent(draft::started);
    dialect.instant(row, 5).ifPresent(draft::completed);
    drafts.put(row.getLong(1), draft);
  }

  private void parameter(ResultSet row) throws SQLException {
    Distribution distribution =
        distributions.computeIfAbsent(
            row.getString(4), json -> DistributionJson.read(Json.read(json)));
    Assignment assignment = Covering.assignment(distribution, row.getDouble(3));
    draft(row.getLong(1))
        .parameter(row.getString(2), assignment.distribution(), assignment.value());
  }

  private static Object attribute(ResultSet row) throws SQLException {
    JsonNode json = Json.read(row.getString(3));
    return ValueJson.read(json);
  }
}
