package org.hone.search.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Optuna's heartbeats: when a running trial was last known to be alive, in UTC. Optuna writes the
 * server's local time, so that Python workers with heartbeats can share a PostgreSQL study with
 * ours only where the server's time zone is UTC; SQLite always keeps UTC.
 */
record HeartbeatTable(Statements statements, Dialect dialect) {

  private static final String BEAT =
      """
      insert into trial_heartbeats (trial_id, heartbeat)
      select trial_id, %s from trials where trial_id = ? and state = 'RUNNING'
      on conflict (trial_id) do update set heartbeat = excluded.heartbeat""";

  void beat(long trial, Instant now) throws SQLException {
    String beat = BEAT.formatted(dialect.timestampArgument());
    statements.update(beat, dialect.timestamp(now), trial);
  }

  private static final String STALE =
      """
      select trial_id from trials join trial_heartbeats using (trial_id)
      where study_id = ? and state = 'RUNNING' and heartbeat < ? order by trial_id""";

  List<Long> stale(long study, Instant before) throws SQLException {
    return statements.all(STALE, row -> row.getLong(1), study, dialect.timestamp(before));
  }
}
