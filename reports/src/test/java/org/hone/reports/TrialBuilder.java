package org.hone.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hone.reports.analysis.Evidence;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Trials for tests, one sentence each. */
public final class TrialBuilder {
  public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private final int number;
  private TrialState state = TrialState.COMPLETE;
  private ParameterValues parameters = ParameterValues.empty();
  private List<Double> values = List.of();
  private final TreeMap<Integer, Double> intermediate = new TreeMap<>();
  private final Map<String, Object> user = new LinkedHashMap<>();
  private final Map<String, Object> system = new LinkedHashMap<>();
  private Optional<Duration> duration = Optional.empty();

  private TrialBuilder(int number) {
    this.number = number;
  }

  public static TrialBuilder trial(int number) {
    return new TrialBuilder(number);
  }

  public TrialBuilder state(TrialState now) {
    this.state = now;
    return this;
  }

  public TrialBuilder score(double score) {
    this.values = List.of(score);
    return this;
  }

  public TrialBuilder scores(double... scores) {
    this.values = Arrays.stream(scores).boxed().toList();
    return this;
  }

  public TrialBuilder failed(String reason) {
    system.put(TrialRecord.REASON, reason);
    return state(TrialState.FAIL);
  }

  public TrialBuilder baseline() {
    user.put(Evidence.ROLE, Evidence.BASELINE);
    return this;
  }

  public TrialBuilder with(String name, Distribution distribution, Object external) {
    parameters = parameters.with(name, distribution, distribution.internal(external));
    return this;
  }

  public TrialBuilder attribute(String name, Object value) {
    user.put(name, value);
    return this;
  }

  public TrialBuilder flag(String name, boolean on) {
    return with(name, CategoricalDistribution.flag(), on);
  }

  public TrialBuilder reported(int step, double value) {
    intermediate.put(step, value);
    return this;
  }

  public TrialBuilder took(Duration time) {
    this.duration = Optional.of(time);
    return this;
  }

  public TrialRecord build() {
    return new TrialRecord(
        100 + number,
        number,
        state,
        parameters,
        values,
        intermediate,
        user,
        system,
        Optional.of(START),
        duration.map(START::plus));
  }
}
