package org.hone.search.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Studies that last as long as this object. Thread-safe: one lock around everything. */
public final class InMemoryStorage implements Storage {
  private final Clock clock;
  private final Map<Long, StoredStudy> studies = new LinkedHashMap<>();
  private final Map<Long, StoredTrial> trials = new LinkedHashMap<>();
  private long lastStudy;
  private long lastTrial;

  /** An empty storage that tells the time by the system's clock. */
  public InMemoryStorage() {
    this(Clock.systemUTC());
  }

  /**
   * An empty storage.
   *
   * @param clock for the times at which trials start and end
   */
  public InMemoryStorage(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized long createStudy(StudyDefinition definition) {
    if (findStudy(definition.name()).isPresent()) {
      throw new IllegalArgumentException(
          "there is a study named '%s' already".formatted(definition.name()));
    }
    studies.put(++lastStudy, new StoredStudy(definition));
    return lastStudy;
  }

  @Override
  public synchronized OptionalLong findStudy(String name) {
    return studies.entrySet().stream()
        .filter(entry -> entry.getValue().definition.name().equals(name))
        .mapToLong(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public synchronized List<String> studyNames() {
    return studies.values().stream().map(study -> study.definition.name()).toList();
  }

  @Override
  public synchronized void deleteStudy(long study) {
    study(study);
    studies.remove(study);
    trials.values().removeIf(trial -> trial.study == study);
  }

  @Override
  public synchronized StudySnapshot snapshot(long study) {
    return study(study).snapshot();
  }

  @Override
  public synchronized void setStudyAttribute(
      long study, AttributeKind kind, String key, Object value) {
    study(study).attributes(kind).put(AttributeValue.key(key), AttributeValue.normal(value));
  }

  @Override
  public synchronized TrialRecord createTrial(
      long study,
      TrialState state,
      ParameterValues parameters,
      Map<String, Object> systemAttributes) {
    StoredStudy owner = study(study);
    Beginning beginning = new Beginning(state, parameters, systemAttributes);
    owner.requireCompatible(beginning.parameters());
    TrialDraft draft = new TrialDraft(++lastTrial, owner.size(), beginning.state());
    StoredTrial trial = new StoredTrial(study, draft, beginning, clock.instant(), owner::show);
    trials.put(lastTrial, trial);
    return trial.record();
  }

  @Override
  public synchronized TrialRecord trial(long trial) {
    return stored(trial).record();
  }

  @Override
  public synchronized Optional<TrialRecord> claimWaiting(long study) {
    Optional<StoredTrial> first = study(study).firstWaiting().map(record -> stored(record.id()));
    first.ifPresent(
        trial -> trial.change(draft -> draft.state(TrialState.RUNNING).started(clock.instant())));
    return first.map(StoredTrial::record);
  }

  @Override
  public synchronized void setParameters(
      long trial, ParameterValues parameters, Map<String, Object> notes) {
    StoredTrial changed = unfinished(trial);
    Map<String, Object> normal = AttributeValue.attributes(notes);
    study(changed.study).requireCompatible(parameters);
    changed.change(
        draft -> {
          draft.parameters(parameters);
          normal.forEach(draft::systemAttribute);
        });
  }

  @Override
  public synchronized void report(long trial, int step, double value) {
    unfinished(trial).change(draft -> draft.intermediate(step, value));
  }

  @Override
  public synchronized void appendSeries(long trial, int step, Map<String, Double> readings) {
    unfinished(trial).append(step, readings);
  }

  @Override
  public synchronized void setProvenance(long trial, Provenance provenance) {
    unfinished(trial).provenance = Optional.of(provenance);
  }

  @Override
  public synchronized void beat(long trial) {
    stored(trial).beat(clock.instant());
  }

  @Override
  public synchronized List<TrialRecord> staleTrials(long study, Duration grace) {
    study(study);
    Instant before = clock.instant().minus(grace);
    return trials.values().stream()
        .filter(trial -> trial.study == study && trial.isStale(before))
        .map(StoredTrial::record)
        .toList();
  }

  @Override
  public synchronized void setTrialAttribute(
      long trial, AttributeKind kind, String key, Object value) {
    String checked = AttributeValue.key(key);
    Object normal = AttributeValue.normal(value);
    StoredTrial changed = unfinished(trial);
    if (kind == AttributeKind.USER) {
      changed.change(draft -> draft.userAttribute(checked, normal));
    } else {
      changed.change(draft -> draft.systemAttribute(checked, normal));
    }
  }

  @Override
  public synchronized boolean finish(
      long trial, TrialState state, List<Double> values, Optional<String> reason) {
    Ending ending = new Ending(state, values, reason);
    StoredTrial ended = stored(trial);
    ending.requireObjectives(study(ended.study).definition.directions().size());
    if (ended.record().state().isFinished()) {
      return false;
    }
    ended.end(ending, clock.instant());
    return true;
  }

  @Override
  public synchronized TrialDetails details(long trial) {
    return stored(trial).details();
  }

  /** Nothing to release. */
  @Override
  public void close() {}

  private StoredStudy study(long id) {
    StoredStudy study = studies.get(id);
    if (study == null) {
      throw new IllegalArgumentException("no study with id " + id);
    }
    return study;
  }

  private StoredTrial stored(long id) {
    StoredTrial trial = trials.get(id);
    if (trial == null) {
      throw new IllegalArgumentException("no trial with id " + id);
    }
    return trial;
  }

  private StoredTrial unfinished(long id) {
    StoredTrial trial = stored(id);
    trial.record().state().requireUnfinished(trial.record().number());
    return trial;
  }
}
