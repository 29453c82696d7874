package org.hone.search.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/**
 * Parameters, the conditions under which they exist, and constraints between them. Immutable.
 * Parents stand before their children, so that one pass in order visits a point.
 */
public final class SearchSpace {
  private static final SearchSpace EMPTY = new SearchSpace(List.of(), List.of());

  private final List<Parameter> parameters;
  private final Map<String, Parameter> byName;
  private final List<Constraint> constraints;

  /**
   * @throws IllegalArgumentException if a name occurs twice, a condition speaks of a parameter that
   *     does not stand before it or of values that it does not have, or a constraint speaks of an
   *     unknown parameter
   */
  public SearchSpace(List<Parameter> parameters, List<Constraint> constraints) {
    this.parameters = List.copyOf(parameters);
    this.constraints = List.copyOf(constraints);
    this.byName = new LinkedHashMap<>();
    for (Parameter parameter : this.parameters) {
      parameter.condition().ifPresent(literal -> requireParent(parameter, literal));
      if (byName.put(parameter.name(), parameter) != null) {
        throw new IllegalArgumentException(
            "two parameters are named '%s'".formatted(parameter.name()));
      }
    }
    for (Constraint constraint : this.constraints) {
      constraint.parameters().forEach(this::parameter);
    }
  }

  /** Nothing to search. */
  public static SearchSpace empty() {
    return EMPTY;
  }

  /** A space of unconditional parameters without constraints. */
  public static SearchSpace of(Parameter... parameters) {
    return new SearchSpace(List.of(parameters), List.of());
  }

  private void requireParent(Parameter child, Literal literal) {
    Parameter parent = byName.get(literal.parameter());
    if (parent == null) {
      throw new IllegalArgumentException(
          "'%s' depends on '%s', which must stand before it"
              .formatted(child.name(), literal.parameter()));
    }
    literal.values().forEach(value -> Cells.requireContained(parent.distribution(), value));
  }

  /** All parameters, parents before children. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** All constraints. */
  public List<Constraint> constraints() {
    return constraints;
  }

  /** Whether there is a parameter of this name. */
  public boolean contains(String name) {
    return byName.containsKey(name);
  }

  /**
   * The parameter of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Parameter parameter(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "no parameter '%s'; known: %s".formatted(name, String.join(", ", byName.keySet())));
    }
    return parameter;
  }

  /** Whether every parameter is always active. */
  public boolean isFlat() {
    return parameters.stream().allMatch(parameter -> parameter.condition().isEmpty());
  }

  /** How a value is chosen for one active parameter. */
  @FunctionalInterface
  public interface Chooser {
    /**
     * @param allowed what the constraints leave, given the values chosen before; true for any value
     *     of most parameters
     * @return a value of the parameter's distribution that is allowed
     */
    double choose(Parameter parameter, DoublePredicate allowed);
  }

  /**
   * Walks the active parameters in order and assembles a point of the space.
   *
   * @throws IllegalArgumentException if the chooser returns a value that the parameter does not
   *     have or a constraint excludes
   */
  public ParameterValues choose(Chooser chooser) {
    ParameterValues chosen = ParameterValues.empty();
    for (Parameter parameter : parameters) {
      if (isActive(parameter, chosen)) {
        ParameterValues soFar = chosen;
        DoublePredicate allowed = value -> allows(parameter, value, soFar);
        double value = chooser.choose(parameter, allowed);
        chosen = chosen.with(parameter.name(), parameter.distribution(), value);
        requireConstraints(chosen);
      }
    }
    return chosen;
  }

  /** Whether the parameter exists, given the values of those before it. */
  public boolean isActive(Parameter parameter, ParameterValues given) {
    return parameter.condition().map(literal -> literal.holds(given)).orElse(true);
  }

  /**
   * Whether the parameter has this value and the constraints leave it, given the values of others.
   */
  public boolean allows(Parameter parameter, double value, ParameterValues given) {
    if (!parameter.distribution().contains(value)) {
      return false;
    }
    if (constraints.isEmpty()) {
      return true;
    }
    ParameterValues next = given.with(parameter.name(), parameter.distribution(), value);
    return constraints.stream().allMatch(constraint -> constraint.holds(next));
  }

  private void requireConstraints(ParameterValues values) {
    for (Constraint constraint : constraints) {
      if (!constraint.holds(values)) {
        throw new IllegalArgumentException(
            "%s breaks the constraint: %s".formatted(values.external(), constraint.describe()));
      }
    }
  }

  /**
   * The values as a point of this space: inactive parameters must be absent and active ones
   * present.
   *
   * @param external by parameter name, as the user writes them
   * @throws IllegalArgumentException that names what is missing, unknown, inactive or not allowed
   */
  public ParameterValues fromExternal(Map<String, ?> external) {
    external.keySet().forEach(this::parameter);
    ParameterValues point =
        choose(
            (parameter, allowed) -> {
              Object value = external.get(parameter.name());
              if (value == null) {
                throw new IllegalArgumentException("no value for '%s'".formatted(parameter.name()));
              }
              return parameter.distribution().internal(value);
            });
    for (String name : external.keySet()) {
      if (!point.contains(name)) {
        throw new IllegalArgumentException(
            "'%s' exists only while its condition on '%s' holds"
                .formatted(name, parameter(name).condition().orElseThrow().parameter()));
      }
    }
    return point;
  }

  /**
   * Every parameter at its default, or at the middle of its range (the first category) where it has
   * none.
   */
  public ParameterValues defaults() {
    return choose(
        (parameter, allowed) ->
            parameter
                .preferred()
                .orElseGet(
                    () ->
                        parameter.distribution() instanceof CategoricalDistribution
                            ? 0
                            : parameter.distribution().fromUnit(0.5)));
  }

  /** This space followed by another. */
  public SearchSpace plus(SearchSpace other) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.addAll(other.parameters);
    List<Constraint> both = new ArrayList<>(constraints);
    both.addAll(other.constraints);
    return new SearchSpace(all, both);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SearchSpace that
        && that.parameters.equals(parameters)
        && that.constraints.equals(constraints);
  }

  @Override
  public int hashCode() {
    return 31 * parameters.hashCode() + constraints.hashCode();
  }

  @Override
  public String toString() {
    return parameters + " " + constraints;
  }
}
