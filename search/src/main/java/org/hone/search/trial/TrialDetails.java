package org.hone.search.trial;

import java.util.List;
import java.util.Optional;

/**
 * The bulky part of a trial's record, read on its own by whoever explains trials, never by whoever
 * samples them.
 *
 * @param series sorted by name
 */
public record TrialDetails(Optional<Provenance> provenance, List<MetricSeries> series) {
  public TrialDetails {
    series = List.copyOf(series);
  }

  /** The series of this meter. */
  public Optional<MetricSeries> series(String name) {
    return series.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
