package org.hone.search.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hone.search.space.ParameterValues;

/**
 * One trial as it stood when it was read. Immutable.
 *
 * @param id unique within the storage, never reused
 * @param number 0-based position within the study
 * @param values one per objective when {@link TrialState#COMPLETE}; the last reported value, if
 *     any, when PRUNED; never NaN, possibly infinite
 * @param intermediate reported values by step; possibly NaN or infinite
 * @param userAttributes the user's notes; each value a String, Boolean, Number, or a List or Map of
 *     such
 * @param systemAttributes Hone's and Optuna's own notes, of the same types
 */
public record TrialRecord(
    long id,
    int number,
    TrialState state,
    ParameterValues parameters,
    List<Double> values,
    SortedMap<Integer, Double> intermediate,
    Map<String, Object> userAttributes,
    Map<String, Object> systemAttributes,
    Optional<Instant> started,
    Optional<Instant> completed) {

  /** System attribute: why a trial failed or was stopped, one sentence. */
  public static final String REASON = "hone:reason";

  /**
   * User attribute of a trial that ran in several pieces: the seconds for which it ran, without
   * those in which no process was at it.
   */
  public static final String SECONDS = "hone:seconds";

  /**
   * The reason of a trial that was running when its process went away; it does not count as tried.
   */
  public static final String INTERRUPTED = "interrupted";

  /**
   * System attribute of a WAITING trial: the values it must be run with, by name, as the user
   * writes them (Optuna's).
   */
  public static final String FIXED_PARAMETERS = "fixed_params";

  /** System attributes: each named constraint's value, at most 0 if respected (Optuna 5's). */
  public static final String CONSTRAINT = "constraints:";

  /** System attribute: all constraints' values as a list (every Optuna's). */
  public static final String CONSTRAINTS = "constraints";

  /**
   * System attributes of a trial with several objectives: all of its values reported at a step, of
   * which {@code intermediate} has the first.
   */
  public static final String REPORT = "hone:report:";

  public TrialRecord {
    values = List.copyOf(values);
    intermediate = Collections.unmodifiableSortedMap(new TreeMap<>(intermediate));
    userAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(userAttributes));
    systemAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(systemAttributes));
    if (values.stream().anyMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException("a trial's value is never NaN: such a trial fails");
    }
  }

  /** The only objective's value; empty if there is none. */
  public OptionalDouble value() {
    return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.get(0));
  }

  /** What it reported last, possibly NaN; empty if nothing. */
  public OptionalDouble lastReport() {
    return intermediate.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(intermediate.getOrDefault(intermediate.lastKey(), Double.NaN));
  }

  /** What was reported at each step, one value per objective, possibly NaN or infinite. */
  public SortedMap<Integer, List<Double>> reports() {
    SortedMap<Integer, List<Double>> reports = new TreeMap<>();
    intermediate.forEach(
        (step, value) ->
            reports.put(
                step,
                systemAttributes.get(REPORT + step) instanceof List<?> all
                    ? numbers(all)
                    : List.of(value)));
    return reports;
  }

  /** By name, how far the trial is beyond each constraint: at most 0 if it respects it. */
  public Map<String, Double> constraints() {
    Map<String, Double> constraints = new LinkedHashMap<>();
    systemAttributes.forEach(
        (key, value) -> {
          if (key.startsWith(CONSTRAINT)) {
            constraints.put(key.substring(CONSTRAINT.length()), number(value));
          }
        });
    if (constraints.isEmpty() && systemAttributes.get(CONSTRAINTS) instanceof List<?> all) {
      for (int i = 0; i < all.size(); i++) {
        constraints.put(String.valueOf(i), number(all.get(i)));
      }
    }
    return constraints;
  }

  /** The sum of what exceeds its constraints; 0 if all are respected, infinite if one is NaN. */
  public double violation() {
    return constraints().values().stream()
        .mapToDouble(value -> Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.max(0, value))
        .sum();
  }

  /** Whether it respects all constraints it has. */
  public boolean isFeasible() {
    return violation() == 0;
  }

  private static List<Double> numbers(List<?> values) {
    return values.stream().map(TrialRecord::number).toList();
  }

  /** JSON has no NaN and no infinities: they may come back as text, or as nothing. */
  private static double number(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(String.valueOf(value));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * How long it ran: from start to end, less the time in which no process was at it; empty unless
   * both are known.
   */
  public Optional<Duration> duration() {
    return started.flatMap(
        from -> completed.map(to -> atWork().orElseGet(() -> Duration.between(from, to))));
  }

  /** For how long it ran so far, if that was noted. */
  public Optional<Duration> atWork() {
    return userAttributes.get(SECONDS) instanceof Number seconds
        ? Optional.of(Duration.ofMillis(Math.round(1000 * seconds.doubleValue())))
        : Optional.empty();
  }

  /** Whether it was running when its process went away, and was failed for that. */
  public boolean isInterrupted() {
    return state == TrialState.FAIL && reason().filter(INTERRUPTED::equals).isPresent();
  }

  /** Why it failed or was stopped, if somebody said so. */
  public Optional<String> reason() {
    return Optional.ofNullable(systemAttributes.get(REASON)).map(String::valueOf);
  }
}
