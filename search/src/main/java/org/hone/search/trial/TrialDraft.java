package org.hone.search.trial;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hone.search.space.Distribution;
import org.hone.search.space.ParameterValues;

/**
 * A trial record in the making: what storages fill while they read, and tests to invent a history.
 * Mutable.
 */
public final class TrialDraft {
  private final long id;
  private final int number;
  private TrialState state;
  private ParameterValues parameters = ParameterValues.empty();
  private List<Double> values = List.of();
  private final SortedMap<Integer, Double> intermediate = new TreeMap<>();
  private final Map<String, Object> userAttributes = new LinkedHashMap<>();
  private final Map<String, Object> systemAttributes = new LinkedHashMap<>();
  private Optional<Instant> started = Optional.empty();
  private Optional<Instant> completed = Optional.empty();

  /** A trial that has nothing yet but its place. */
  public TrialDraft(long id, int number, TrialState state) {
    this.id = id;
    this.number = number;
    this.state = state;
  }

  /** The state so far. */
  public TrialState state() {
    return state;
  }

  /** Replaces the state. */
  public TrialDraft state(TrialState newState) {
    state = newState;
    return this;
  }

  /** Adds or replaces one parameter. */
  public TrialDraft parameter(String name, Distribution distribution, double value) {
    parameters = parameters.with(name, distribution, value);
    return this;
  }

  /** Adds or replaces parameters. */
  public TrialDraft parameters(ParameterValues more) {
    parameters = parameters.with(more);
    return this;
  }

  /** Replaces the objectives' values. */
  public TrialDraft values(List<Double> newValues) {
    values = List.copyOf(newValues);
    return this;
  }

  /** Adds or replaces what was reported at a step. */
  public TrialDraft intermediate(int step, double value) {
    intermediate.put(step, value);
    return this;
  }

  /** Adds or replaces one of the user's notes. */
  public TrialDraft userAttribute(String key, Object value) {
    userAttributes.put(key, value);
    return this;
  }

  /** Adds or replaces one of the system's notes. */
  public TrialDraft systemAttribute(String key, Object value) {
    systemAttributes.put(key, value);
    return this;
  }

  /** When it began. */
  public TrialDraft started(Instant at) {
    started = Optional.of(at);
    return this;
  }

  /** When it ended. */
  public TrialDraft completed(Instant at) {
    completed = Optional.of(at);
    return this;
  }

  /** The trial as it stands now. */
  public TrialRecord record() {
    return new TrialRecord(
        id,
        number,
        state,
        parameters,
        values,
        intermediate,
        userAttributes,
        systemAttributes,
        started,
        completed);
  }
}
