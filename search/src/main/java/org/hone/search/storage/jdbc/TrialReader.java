package org.hone.search.storage.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hone.search.space.Distribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.ParameterValues.Assignment;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Reads whole trials out of Optuna's tables: six queries, however many trials there are. */
final class TrialReader {
  private final Statements statements;
  private final Dialect dialect;
  private final DistributionTexts texts;
  private final Optional<SearchSpace> space;
  private final SortedMap<Long, TrialDraft> drafts = new TreeMap<>();
  private final Map<Long, Map<String, Assignment>> parameters = new HashMap<>();

  /**
   * @param space whose points the trials probably are at
   */
  TrialReader(
      Statements statements,
      Dialect dialect,
      DistributionTexts texts,
      Optional<SearchSpace> space) {
    this.statements = statements;
    this.dialect = dialect;
    this.texts = texts;
    this.space = space;
  }

  private static final String TRIALS =
      """
      select trial_id, number, state, datetime_start, datetime_complete from trials
      where trial_id%s""";
  private static final String PARAMETERS =
      """
      select trial_id, param_name, param_value, distribution_json from trial_params
      where trial_id%s order by trial_id, param_id""";
  private static final String VALUES =
      """
      select trial_id, value, value_type from trial_values
      where trial_id%s order by trial_id, objective""";
  private static final String INTERMEDIATE =
      """
      select trial_id, step, intermediate_value, intermediate_value_type
      from trial_intermediate_values where trial_id%s""";
  private static final String USER_ATTRIBUTES =
      "select trial_id, \"key\", value_json from trial_user_attributes where trial_id%s";
  private static final String SYSTEM_ATTRIBUTES =
      "select trial_id, \"key\", value_json from trial_system_attributes where trial_id%s";

  /** Those of the trials that there are, in the order of their ids. */
  List<TrialRecord> read(Collection<Long> ids) throws SQLException {
    Object all = dialect.ids(ids);
    each(TRIALS, this::trial, all);
    each(PARAMETERS, this::parameter, all);
    parameters.forEach((id, values) -> draft(id).parameters(point(values)));
    each(INTERMEDIATE, this::report, all);
    values(all);
    each(USER_ATTRIBUTES, row -> draft(row).userAttribute(row.getString(2), attribute(row)), all);
    each(
        SYSTEM_ATTRIBUTES,
        row -> draft(row).systemAttribute(row.getString(2), attribute(row)),
        all);
    return drafts.values().stream().map(TrialDraft::record).toList();
  }

  private void each(String query, Statements.EachRow action, Object ids) throws SQLException {
    statements.each(query.formatted(dialect.among()), action, ids);
  }

  private void values(Object ids) throws SQLException {
    Map<Long, List<Double>> values = new HashMap<>();
    each(
        VALUES,
        row ->
            values
                .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                .add(StoredDouble.read(row, 2)),
        ids);
    values.forEach((id, all) -> draft(id).values(all));
  }

  private TrialDraft draft(ResultSet row) throws SQLException {
    return draft(row.getLong(1));
  }

  private TrialDraft draft(long id) {
    TrialDraft draft = drafts.get(id);
    if (draft == null) {
      throw TrialTable.unknown(id);
    }
    return draft;
  }

  private void report(ResultSet row) throws SQLException {
    draft(row).intermediate(row.getInt(2), StoredDouble.read(row, 3));
  }

  private void trial(ResultSet row) throws SQLException {
    TrialState state = TrialState.valueOf(row.getString(3));
    TrialDraft draft = new TrialDraft(row.getLong(1), row.getInt(2), state);
    dialect.instant(row, 4).ifPresent(draft::started);
    dialect.instant(row, 5).ifPresent(draft::completed);
    drafts.put(row.getLong(1), draft);
  }

  private void parameter(ResultSet row) throws SQLException {
    Distribution distribution = texts.read(row.getString(4));
    parameters
        .computeIfAbsent(row.getLong(1), id -> new LinkedHashMap<>())
        .put(row.getString(2), Covering.assignment(distribution, row.getDouble(3)));
  }

  private ParameterValues point(Map<String, Assignment> values) {
    ParameterValues point = ParameterValues.of(values);
    return space.map(its -> its.adopt(point)).orElse(point);
  }

  private static Object attribute(ResultSet row) throws SQLException {
    JsonNode json = Json.read(row.getString(3));
    return ValueJson.read(json);
  }
}
