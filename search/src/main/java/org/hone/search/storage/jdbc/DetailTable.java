package org.hone.search.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialDetails;

/** Series and provenance, in tables of ours. */
record DetailTable(Statements statements) {

  private static final String APPEND =
      """
      insert into hone_series (trial_id, name, step, value, value_type) values (?, ?, ?, ?, ?)
      on conflict (trial_id, name, step) do update
      set value = excluded.value, value_type = excluded.value_type""";

  void append(long trial, int step, Map<String, Double> readings) throws SQLException {
    for (Map.Entry<String, Double> reading : readings.entrySet()) {
      StoredDouble stored = StoredDouble.of(reading.getValue());
      statements.update(APPEND, trial, reading.getKey(), step, stored.value(), stored.type());
    }
  }

  private static final String SET_PROVENANCE =
      """
      insert into hone_provenance (trial_id, provenance_json) values (?, ?)
      on conflict (trial_id) do update set provenance_json = excluded.provenance_json""";

  void setProvenance(long trial, Provenance provenance) throws SQLException {
    statements.update(SET_PROVENANCE, trial, Json.write(provenance));
  }

  private static final String PROVENANCE =
      "select provenance_json from hone_provenance where trial_id = ?";
  private static final String SERIES =
      "select name, step, value, value_type from hone_series where trial_id = ? order by name, step";

  TrialDetails get(long trial) throws SQLException {
    Optional<Provenance> provenance =
        statements.first(PROVENANCE, row -> Json.read(row.getString(1), Provenance.class), trial);
    Map<String, List<MetricSeries.Point>> byName = new TreeMap<>();
    statements.each(
        SERIES,
        row ->
            byName
                .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                .add(new MetricSeries.Point(row.getInt(2), StoredDouble.read(row, 3))),
        trial);
    List<MetricSeries> series =
        byName.entrySet().stream()
            .map(entry -> new MetricSeries(entry.getKey(), entry.getValue()))
            .toList();
    return new TrialDetails(provenance, series);
  }
}
