package org.hone.search.storage.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
 * <p>Times are UTC, to the microsecond.
 */
public final class JdbcStorage implements Storage {
  private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

  private final Database database;
  private final Dialect dialect;
  private final Clock clock;
  private final DistributionTexts texts = new DistributionTexts();
  private final Map<Long, StudyView> views = new ConcurrentHashMap<>();

  private JdbcStorage(Database database, Clock clock) {
    this.database = database;
    this.dialect = database.dialect();
    this.clock = Clock.tick(clock, MICROSECOND);
  }

  /**
   * Opens a SQLite file, which is created if it does not exist. What a power failure may take says
   * {@link Durability#NORMAL}.
   *
   * @throws StorageException if it cannot be read and written, is no database, or belongs to
   *     something else or to another version; it is left as it was
   */
  public static JdbcStorage open(Path sqliteFile) {
    return open(sqliteFile, Durability.NORMAL);
  }

  /**
   * Opens a SQLite file, which is created if it does not exist.
   *
   * @throws StorageException if it cannot be read and written, is no database, or belongs to
   *     something else or to another version; it is left as it was
   */
  public static JdbcStorage open(Path sqliteFile, Durability durability) {
    return open(new SqliteDatabase(sqliteFile, durability));
  }

  static JdbcStorage open(Database database) {
    return open(database, database::clock);
  }

  /** Checks the schema; closes the database if it is refused. */
  static JdbcStorage open(Database database, Supplier<Clock> clock) {
    boolean done = false;
    try {
      database.write(statements -> new Schema(statements, database).prepare());
      database.settle();
      JdbcStorage storage = new JdbcStorage(database, clock.get());
      done = true;
      return storage;
    } finally {
      if (!done) {
        database.close();
      }
    }
  }

  @Override
  public long createStudy(StudyDefinition definition) {
    return database.write(s -> studies(s).create(definition));
  }

  @Override
  public OptionalLong findStudy(String name) {
    return database.read(s -> studies(s).find(name));
  }

  @Override
  public List<String> studyNames() {
    return database.read(s -> studies(s).names());
  }

  @Override
  public void deleteStudy(long study) {
    write(s -> studies(s).delete(study));
    views.remove(study);
  }

  @Override
  public StudySnapshot snapshot(long study) {
    return view(study).snapshot();
  }

  private StudyView view(long study) {
    return views.computeIfAbsent(study, id -> new StudyView(database, id, texts));
  }

  @Override
  public void setStudyAttribute(long study, AttributeKind kind, String key, Object value) {
    String checked = AttributeValue.key(key);
    Object normal = AttributeValue.normal(value);
    write(
        s -> {
          studies(s).name(study);
          AttributeTable.ofStudy(kind).set(s, study, checked, normal);
        });
  }

  @Override
  public TrialRecord createTrial(
      long study,
      TrialState state,
      ParameterValues parameters,
      Map<String, Object> systemAttributes) {
    Beginning beginning = new Beginning(state, parameters, systemAttributes);
    KnownDistributions known = view(study).distributions();
    return database.write(
        s -> {
          studies(s).lock(study);
          known.requireCompatible(s, dialect, beginning.parameters());
          return trials(s).create(study, beginning, clock.instant());
        });
  }

  @Override
  public TrialRecord trial(long trial) {
    return database.read(s -> read(s, trial));
  }

  private TrialRecord read(Statements statements, long trial) throws SQLException {
    return reader(statements).read(List.of(trial)).stream()
        .findFirst()
        .orElseThrow(() -> TrialTable.unknown(trial));
  }

  private TrialReader reader(Statements statements) {
    return new TrialReader(statements, dialect, texts, Optional.empty());
  }

  /** Looks before it writes: mostly none waits. */
  @Override
  public Optional<TrialRecord> claimWaiting(long study) {
    Frontier frontier = view(study).frontier();
    boolean some =
        database.read(
            s -> {
              studies(s).name(study);
              return trials(s).firstWaiting(study, frontier).isPresent();
            });
    return some ? claim(study, frontier) : Optional.empty();
  }

  private Optional<TrialRecord> claim(long study, Frontier frontier) {
    return database.write(
        s -> {
          Optional<Long> claimed = trials(s).claimWaiting(study, frontier, clock.instant());
          return claimed.isPresent() ? Optional.of(read(s, claimed.get())) : Optional.empty();
        });
  }

  @Override
  public void setParameters(long trial, ParameterValues parameters, Map<String, Object> notes) {
    Map<String, Object> normal = AttributeValue.attributes(notes);
    write(
        s -> {
          long study = trials(s).requireUnfinished(trial);
          view(study).distributions().requireCompatible(s, dialect, parameters);
          trials(s).setParameters(trial, parameters);
          for (Map.Entry<String, Object> note : normal.entrySet()) {
            trials(s).setAttribute(trial, AttributeKind.SYSTEM, note.getKey(), note.getValue());
          }
        });
  }

  @Override
  public void report(long trial, int step, double value) {
    change(trial, s -> trials(s).report(trial, step, value));
  }

  @Override
  public void appendSeries(long trial, int step, Map<String, Double> readings) {
    change(trial, s -> new DetailTable(s).append(trial, step, readings));
  }

  @Override
  public void setProvenance(long trial, Provenance provenance) {
    change(trial, s -> new DetailTable(s).setProvenance(trial, provenance));
  }

  @Override
  public void beat(long trial) {
    write(
        s -> {
          trials(s).home(trial);
          new HeartbeatTable(s, dialect).beat(trial, clock.instant());
        });
  }

  @Override
  public List<TrialRecord> staleTrials(long study, Duration grace) {
    Instant before = clock.instant().minus(grace);
    return database.read(
        s -> {
          studies(s).name(study);
          return reader(s).read(new HeartbeatTable(s, dialect).stale(study, before));
        });
  }

  @Override
  public void setTrialAttribute(long trial, AttributeKind kind, String key, Object value) {
    String checked = AttributeValue.key(key);
    Object normal = AttributeValue.normal(value);
    change(trial, s -> trials(s).setAttribute(trial, kind, checked, normal));
  }

  @Override
  public boolean finish(
      long trial, TrialState state, List<Double> values, Optional<String> reason) {
    Ending ending = new Ending(state, values, reason);
    return database.write(
        s -> {
          ending.requireObjectives(trials(s).home(trial).objectives());
          return trials(s).finish(trial, ending, clock.instant());
        });
  }

  @Override
  public TrialDetails details(long trial) {
    return database.read(
        s -> {
          trials(s).home(trial);
          return new DetailTable(s).get(trial);
        });
  }

  @Override
  public void close() {
    database.close();
  }

  private StudyTable studies(Statements statements) {
    return new StudyTable(statements, dialect);
  }

  private TrialTable trials(Statements statements) {
    return new TrialTable(statements, dialect, texts);
  }

  /** Something that writes and returns nothing. */
  @FunctionalInterface
  private interface Change {
    void apply(Statements statements) throws SQLException;
  }

  private void write(Change change) {
    database.write(
        s -> {
          change.apply(s);
          return true;
        });
  }

  private void change(long trial, Change change) {
    write(
        s -> {
          trials(s).requireUnfinished(trial);
          change.apply(s);
        });
  }
}
