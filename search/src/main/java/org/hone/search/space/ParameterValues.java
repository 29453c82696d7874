package org.hone.search.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A point of a search space: the active parameters with their values, in the order in which they
 * were chosen. Immutable.
 *
 * @param assignments by parameter name
 */
public record ParameterValues(Map<String, Assignment> assignments) {

  /**
   * One parameter's value together with the distribution it came from.
   *
   * @param value in internal form, contained in the distribution
   */
  public record Assignment(Distribution distribution, double value) {
    public Assignment {
      Cells.requireContained(distribution, value);
    }

    /** The value as the user writes it. */
    public Object external() {
      return distribution.external(value);
    }
  }

  private static final ParameterValues EMPTY = new ParameterValues(Map.of());

  public ParameterValues {
    assignments = Collections.unmodifiableMap(new LinkedHashMap<>(assignments));
  }

  /** The point of the empty space. */
  public static ParameterValues empty() {
    return EMPTY;
  }

  /** This point with one value added or replaced. */
  public ParameterValues with(String name, Distribution distribution, double value) {
    Map<String, Assignment> more = new LinkedHashMap<>(assignments);
    more.put(name, new Assignment(distribution, value));
    return new ParameterValues(more);
  }

  /** The names of the active parameters. */
  public Set<String> names() {
    return assignments.keySet();
  }

  /** Whether the parameter is active. */
  public boolean contains(String name) {
    return assignments.containsKey(name);
  }

  /** What the value was chosen from. */
  public Distribution distribution(String name) {
    return assignment(name).distribution();
  }

  /** The internal value. */
  public double raw(String name) {
    return assignment(name).value();
  }

  /** The value of a numeric parameter. */
  public double number(String name) {
    return raw(name);
  }

  /** The value of an int parameter. */
  public int integer(String name) {
    return Math.toIntExact((long) raw(name));
  }

  /** The value of a categorical parameter, as text. */
  public String category(String name) {
    return String.valueOf(assignment(name).external());
  }

  /** The value of a {@link CategoricalDistribution#flag}. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(assignment(name).external());
  }

  /** The parameters whose names begin with the prefix, without it. */
  public ParameterValues under(String prefix) {
    Map<String, Assignment> local = new LinkedHashMap<>();
    assignments.forEach(
        (name, assignment) -> {
          if (name.startsWith(prefix)) {
            local.put(name.substring(prefix.length()), assignment);
          }
        });
    return new ParameterValues(local);
  }

  /** All values as the user writes them, by name. */
  public Map<String, Object> external() {
    Map<String, Object> external = new LinkedHashMap<>();
    assignments.forEach((name, assignment) -> external.put(name, assignment.external()));
    return Collections.unmodifiableMap(external);
  }

  private Assignment assignment(String name) {
    Assignment assignment = assignments.get(name);
    if (assignment == null) {
      throw new IllegalArgumentException(
          "no active parameter '%s'; active: %s".formatted(name, String.join(", ", names())));
    }
    return assignment;
  }
}
