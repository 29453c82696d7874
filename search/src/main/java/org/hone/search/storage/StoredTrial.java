package org.hone.search.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** A trial in memory. Guarded by its storage. */
final class StoredTrial {
  final long study;
  private final Consumer<TrialRecord> shown;
  private final TrialDraft draft;
  private TrialRecord record;
  private final SortedMap<String, SortedMap<Integer, Double>> series = new TreeMap<>();
  Optional<Provenance> provenance = Optional.empty();
  private Optional<Instant> beat = Optional.empty();

  /**
   * @param shown told of the trial as it begins, and whenever it changes
   */
  StoredTrial(
      long study, TrialDraft draft, Beginning beginning, Instant now, Consumer<TrialRecord> shown) {
    this.study = study;
    this.draft = draft;
    this.shown = shown;
    draft.parameters(beginning.parameters());
    beginning.systemAttributes().forEach(draft::systemAttribute);
    if (beginning.state() == TrialState.RUNNING) {
      draft.started(now);
    }
    record = draft.record();
    shown.accept(record);
  }

  TrialRecord record() {
    return record;
  }

  void change(Consumer<TrialDraft> change) {
    change.accept(draft);
    record = draft.record();
    shown.accept(record);
  }

  void end(Ending ending, Instant now) {
    ending.reason().ifPresent(reason -> draft.systemAttribute(TrialRecord.REASON, reason));
    change(changed -> changed.state(ending.state()).values(ending.values()).completed(now));
  }

  void beat(Instant now) {
    if (record.state() == TrialState.RUNNING) {
      beat = Optional.of(now);
    }
  }

  /** Whether it runs, and last beat before this moment. */
  boolean isStale(Instant before) {
    return record.state() == TrialState.RUNNING && beat.filter(before::isAfter).isPresent();
  }

  void append(int step, Map<String, Double> readings) {
    readings.forEach(
        (name, value) -> series.computeIfAbsent(name, n -> new TreeMap<>()).put(step, value));
  }

  TrialDetails details() {
    List<MetricSeries> all =
        series.entrySet().stream()
            .map(entry -> new MetricSeries(entry.getKey(), points(entry.getValue())))
            .toList();
    return new TrialDetails(provenance, all);
  }

  private static List<MetricSeries.Point> points(SortedMap<Integer, Double> readings) {
    return readings.entrySet().stream()
        .map(reading -> new MetricSeries.Point(reading.getKey(), reading.getValue()))
        .toList();
  }
}
