package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.Storage;
import org.hone.search.testkit.HeartbeatStorageContract;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.SteppingClock;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHeartbeatTest implements HeartbeatStorageContract {
  @TempDir Path folder;
  private Optional<Database> database = Optional.empty();

  @Override
  public Storage storage(Clock clock) {
    Database file = new SqliteDatabase(folder.resolve("studies.db"), Durability.NORMAL);
    database = Optional.of(file);
    return JdbcStorage.open(file, () -> clock);
  }

  @AfterEach
  void close() {
    database.ifPresent(Database::close);
  }

  /** SQLite's CURRENT_TIMESTAMP, as Optuna writes it, has no fraction of a second. */
  @Test
  void readsTheBeatsOfPython() {
    SteppingClock clock = new SteppingClock();
    Storage storage = storage(clock);
    long study = storage.createStudy(Histories.plain("beating"));
    TrialRecord trial =
        storage.createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of());
    database
        .orElseThrow()
        .write(
            s ->
                s.update(
                    "insert into trial_heartbeats (trial_id, heartbeat) values (1, '2026-01-31 12:00:00')"));
    clock.pass(GRACE.minus(MICROSECOND));
    assertThat(storage.staleTrials(study, GRACE)).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    assertThat(storage.staleTrials(study, GRACE)).containsExactly(trial);
  }
}
