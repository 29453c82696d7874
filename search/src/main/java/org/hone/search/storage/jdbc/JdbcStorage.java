package org.hone.search.storage.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.AttributeValue;
import org.hone.search.storage.Beginning;
import org.hone.search.storage.Ending;
import org.hone.search.storage.Storage;
import org.hone.search.storage.StorageException;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Studies in a relational database, in Optuna's schema, so that Python Optuna and optuna-dashboard
 * open it as it is. What Optuna has no place for lies in tables of our own, whose names begin with
 * {@code hone_}.
 *
 * <p>Two connections: one reads, the other writes. Times are UTC, to the microsecond.
 */
public final class JdbcStorage implements Storage {
  private final Dialect dialect;
  private final Clock clock;
  private final Session reader;
  private final Session writer;
  private final Map<Long, FinishedTrials> cache = new HashMap<>();

  private JdbcStorage(Dialect dialect, Clock clock, Session reader, Session writer) {
    this.dialect = dialect;
    this.clock = clock;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Opens a SQLite file, which is created if it does not exist.
   *
   * @throws StorageException if it cannot be read and written, is no database, or belongs to
   *     something else or to another version; it is left as it was
   */
  public static JdbcStorage open(Path sqliteFile) {
    return open(new SqliteDialect(sqliteFile), Clock.systemUTC());
  }

  static JdbcStorage open(Dialect dialect, Clock clock) {
    Session writer = Session.open(dialect, dialect.beginWrite());
    boolean done = false;
    try {
      writer.run(c -> new Schema(c, dialect).prepare());
      writer.runOutside(dialect::settle);
      Session reader = Session.open(dialect, dialect.beginRead());
      done = true;
      return new JdbcStorage(dialect, clock, reader, writer);
    } finally {
      if (!done) {
        writer.close();
      }
    }
  }

  @Override
  public long createStudy(StudyDefinition definition) {
    return writer.run(c -> new StudyTable(c).create(definition, dialect.nextStudyId()));
  }

  @Override
  public OptionalLong findStudy(String name) {
    return reader.run(c -> new StudyTable(c).find(name));
  }

  @Override
  public List<String> studyNames() {
    return reader.run(c -> new StudyTable(c).names());
  }

  @Override
  public void deleteStudy(long study) {
    write(c -> new StudyTable(c).delete(study));
  }

  @Override
  public StudySnapshot snapshot(long study) {
    return reader.run(
        c ->
            new StudySnapshot(
                new StudyTable(c).definition(study),
                cache.computeIfAbsent(study, s -> new FinishedTrials()).read(c, dialect, study),
                AttributeTable.ofStudy(AttributeKind.USER).get(c, study),
                AttributeTable.ofStudy(AttributeKind.SYSTEM).get(c, study)));
  }

  @Override
  public void setStudyAttribute(long study, AttributeKind kind, String key, Object value) {
    String checked = AttributeValue.key(key);
    Object normal = AttributeValue.normal(value);
    write(
        c -> {
          new StudyTable(c).name(study);
          AttributeTable.ofStudy(kind).set(c, study, checked, normal);
        });
  }

  @Override
  public TrialRecord createTrial(
      long study,
      TrialState state,
      ParameterValues parameters,
      Map<String, Object> systemAttributes) {
    Beginning beginning = new Beginning(state, parameters, systemAttributes);
    return writer.run(
        c -> {
          new StudyTable(c).name(study);
          return read(c, trials(c).create(study, beginning, clock.instant()));
        });
  }

  @Override
  public TrialRecord trial(long trial) {
    return reader.run(c -> read(c, trial));
  }

  private TrialRecord read(Connection connection, long trial) throws SQLException {
    long study = trials(connection).studyOf(trial);
    return new TrialReader(connection, dialect).read(study, trial, trial).get(0);
  }

  @Override
  public Optional<TrialRecord> claimWaiting(long study) {
    return writer.run(
        c -> {
          new StudyTable(c).name(study);
          Optional<Long> claimed = trials(c).claimWaiting(study, clock.instant());
          return claimed.isPresent() ? Optional.of(read(c, claimed.get())) : Optional.empty();
        });
  }

  @Override
  public void setParameters(long trial, ParameterValues parameters) {
    change(trial, c -> trials(c).setParameters(trials(c).studyOf(trial), trial, parameters));
  }

  @Override
  public void report(long trial, int step, double value) {
    change(trial, c -> trials(c).report(trial, step, value));
  }

  @Override
  public void appendSeries(long trial, int step, Map<String, Double> readings) {
    change(trial, c -> new DetailTable(c).append(trial, step, readings));
  }

  @Override
  public void setProvenance(long trial, Provenance provenance) {
    change(trial, c -> new DetailTable(c).setProvenance(trial, provenance));
  }

  @Override
  public void setTrialAttribute(long trial, AttributeKind kind, String key, Object value) {
    String checked = AttributeValue.key(key);
    Object normal = AttributeValue.normal(value);
    change(trial, c -> trials(c).setAttribute(trial, kind, checked, normal));
  }

  @Override
  public boolean finish(
      long trial, TrialState state, List<Double> values, Optional<String> reason) {
    Ending ending = new Ending(state, values, reason);
    return writer.run(
        c -> {
          long study = trials(c).studyOf(trial);
          ending.requireObjectives(new StudyTable(c).directions(study).size());
          return trials(c).finish(trial, ending, clock.instant());
        });
  }

  @Override
  public TrialDetails details(long trial) {
    return reader.run(
        c -> {
          trials(c).studyOf(trial);
          return new DetailTable(c).get(trial);
        });
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }

  private TrialTable trials(Connection connection) {
    return new TrialTable(connection, dialect);
  }

  /** Something that writes and returns nothing. */
  @FunctionalInterface
  private interface Change {
    void apply(Connection connection) throws SQLException;
  }

  private void write(Change change) {
    writer.run(
        c -> {
          change.apply(c);
          return true;
        });
  }

  private void change(long trial, Change change) {
    write(
        c -> {
          trials(c).requireUnfinished(trial);
          change.apply(c);
        });
  }
}
