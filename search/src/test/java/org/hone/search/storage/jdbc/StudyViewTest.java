package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.Storage;
import org.hone.search.testkit.Histories;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot reads only what may have changed, and still sees all that others have changed. */
class StudyViewTest {
  @TempDir private Path folder;
  private Storage storage;
  private long study;

  @BeforeEach
  void open() {
    storage = JdbcStorage.open(folder.resolve("studies.db"));
    study = storage.createStudy(Histories.plain("viewed"));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  /** What another program does to the file. */
  private void elsewhere(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("studies.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  private TrialRecord running(double x) {
    ParameterValues point = ParameterValues.empty().with("x", FloatDistribution.of(0, 1), x);
    return storage.createTrial(study, TrialState.RUNNING, point, Map.of());
  }

  private TrialRecord finished(double value) {
    TrialRecord trial = running(value);
    storage.finish(trial.id(), TrialState.COMPLETE, List.of(value), Optional.empty());
    return storage.trial(trial.id());
  }

  private List<TrialRecord> trials() {
    return storage.snapshot(study).trials();
  }

  /** Another connection has read nothing yet. */
  private void assertFresh() {
    try (Storage other = JdbcStorage.open(folder.resolve("studies.db"))) {
      StudySnapshot fresh = other.snapshot(study);
      assertThat(storage.snapshot(study)).isEqualTo(fresh);
    }
  }

  @Test
  void readsAFinishedTrialOnlyOnce() {
    TrialRecord first = finished(0.5);
    assertThat(trials()).containsExactly(first);
    TrialRecord kept = trials().get(0);
    finished(0.25);
    assertThat(trials().get(0)).isSameAs(kept);
    assertFresh();
  }

  @Test
  void seesWhatOthersDoToTrialsThatWereUnfinished() throws SQLException {
    TrialRecord left = running(0.5);
    TrialRecord done = finished(0.25);
    TrialRecord enqueued =
        storage.createTrial(study, TrialState.WAITING, ParameterValues.empty(), Map.of());
    assertThat(trials()).containsExactly(left, done, enqueued);
    elsewhere(
        "insert into trial_user_attributes (trial_id, \"key\", value_json) values (1, 'k', '[1]')",
        "insert into trial_intermediate_values"
            + " (trial_id, step, intermediate_value, intermediate_value_type)"
            + " values (1, 3, 0.75, 'FINITE')",
        "update trials set state = 'FAIL', datetime_complete = '2026-01-31 12:00:00' where trial_id = 3",
        "insert into trials values (4, 3, 1, 'RUNNING', '2026-01-31 12:00:00', null)");
    assertThat(trials())
        .extracting(TrialRecord::state)
        .containsExactly(
            TrialState.RUNNING, TrialState.COMPLETE, TrialState.FAIL, TrialState.RUNNING);
    assertThat(trials().get(0).userAttributes()).isEqualTo(Map.of("k", List.of(1L)));
    assertThat(trials().get(0).intermediate()).containsExactly(Map.entry(3, 0.75));
    assertFresh();
  }

  private static final String[] DELETE_AS_PYTHON = {
    "delete from trial_params",
    "delete from trial_values",
    "delete from trial_system_attributes",
    "delete from trials",
    "delete from study_directions",
    "delete from studies"
  };

  /** Python gives the same ids out again. */
  @Test
  void seesThatAStudyIsAnotherOneOfTheSameId() throws SQLException {
    finished(0.5);
    finished(0.25);
    assertThat(trials()).hasSize(2);
    elsewhere(DELETE_AS_PYTHON);
    assertThatIllegalArgumentException().isThrownBy(() -> storage.snapshot(study));
    elsewhere(
        "insert into studies values (1, 'another')",
        "insert into study_directions (direction, study_id, objective) values ('MAXIMIZE', 1, 0)",
        "insert into trials values"
            + " (1, 0, 1, 'COMPLETE', '2026-01-31 12:00:00', '2026-01-31 13:00:00')",
        "insert into trial_values (trial_id, objective, value, value_type)"
            + " values (1, 0, 7, 'FINITE')");
    assertThat(storage.snapshot(study).definition().name()).isEqualTo("another");
    assertThat(trials()).extracting(TrialRecord::values).containsExactly(List.of(7.0));
    assertFresh();
    TrialRecord next = running(0.5);
    storage.setParameters(
        next.id(),
        ParameterValues.empty().with("y", IntDistribution.of(0, 1), 1),
        java.util.Map.of());
    assertFresh();
  }

  @Test
  void seesThatUnfinishedTrialsOfTheSameIdsAreOthers() throws SQLException {
    running(0.5);
    running(0.25);
    assertThat(trials()).hasSize(2);
    elsewhere(DELETE_AS_PYTHON);
    elsewhere(
        "insert into studies values (1, 'another')",
        "insert into study_directions (direction, study_id, objective) values ('MAXIMIZE', 1, 0)",
        "insert into trials values (1, 0, 1, 'WAITING', null, null)");
    assertThat(trials()).extracting(TrialRecord::state).containsExactly(TrialState.WAITING);
    assertFresh();
    assertThat(storage.claimWaiting(study).orElseThrow().id()).isEqualTo(1);
  }

  @Test
  void claimsWhatWaitedLongBeforeTheNewestTrial() {
    TrialRecord waiting =
        storage.createTrial(study, TrialState.WAITING, ParameterValues.empty(), Map.of());
    finished(0.5);
    finished(0.25);
    assertThat(trials()).hasSize(3);
    finished(0.125);
    assertThat(storage.claimWaiting(study).orElseThrow().id()).isEqualTo(waiting.id());
    assertThat(storage.claimWaiting(study)).isEmpty();
    TrialRecord later =
        storage.createTrial(study, TrialState.WAITING, ParameterValues.empty(), Map.of());
    assertThat(storage.claimWaiting(study).orElseThrow().id()).isEqualTo(later.id());
  }
}
