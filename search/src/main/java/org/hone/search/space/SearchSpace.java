package org.hone.search.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters, the conditions under which they exist, and constraints between them. Immutable.
 * Parents stand before their children, so that one pass in order visits a point.
 */
public final class SearchSpace {
  private static final SearchSpace EMPTY = new SearchSpace(List.of(), List.of());

  private final List<Parameter> parameters;
  private final Map<String, Parameter> byName;
  private final List<Constraint> constraints;
  private final Layout layout;

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
      parameter.conditions().forEach(literal -> requireParent(parameter, literal));
      if (byName.put(parameter.name(), parameter) != null) {
        throw new IllegalArgumentException(
            "two parameters are named '%s'".formatted(parameter.name()));
      }
    }
    for (Constraint constraint : this.constraints) {
      constraint.parameters().forEach(this::parameter);
      if (constraint instanceof LessOrEqual order) {
        order.requirePossible(
            parameter(order.lesser()).distribution(), parameter(order.greater()).distribution());
      }
    }
    this.layout = Layout.of(this.parameters);
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

  /** How many parameters there are, active or not. */
  public int size() {
    return parameters.size();
  }

  /**
   * The place of a parameter among {@link #parameters}, from 0.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public int index(String name) {
    parameter(name);
    return layout.place(name);
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
    return parameters.stream().noneMatch(Parameter::isConditional);
  }

  /** How a value is chosen for one active parameter. */
  @FunctionalInterface
  public interface Chooser {
    /**
     * @param allowed what the constraints leave, given the values chosen before
     * @return a value of the parameter's distribution that is allowed
     */
    double choose(Parameter parameter, Allowed allowed);
  }

  /**
   * Walks the active parameters in order and assembles a point of the space.
   *
   * @throws IllegalArgumentException if the chooser returns a value that the parameter does not
   *     have or a constraint excludes
   */
  public ParameterValues choose(Chooser chooser) {
    double[] raw = new double[parameters.size()];
    Arrays.fill(raw, Double.NaN);
    ParameterValues soFar = new ParameterValues(layout, raw);
    for (int i = 0; i < raw.length; i++) {
      Parameter parameter = parameters.get(i);
      if (isActive(parameter, soFar)) {
        double value = chooser.choose(parameter, new Remaining(this, parameter, soFar));
        Cells.requireContained(parameter.distribution(), value);
        raw[i] = value;
        requireConstraints(soFar);
      }
    }
    return new ParameterValues(layout, raw.clone());
  }

  /**
   * Where a point lies, parameter by parameter: a number at its {@linkplain Distribution#toUnit
   * position on the unit interval}, a category at its index, and NaN for a parameter that is
   * inactive, that the point does not know, or whose value this space does not have.
   *
   * @return aligned with {@link #parameters}; shared, not to be modified
   */
  public double[] coordinates(ParameterValues point) {
    return point.coordinatesIn(this, layout);
  }

  boolean madeBy(Layout other) {
    return layout == other;
  }

  /** What {@link #coordinates} remembers. */
  double[] locate(ParameterValues point) {
    double[] coordinates = new double[parameters.size()];
    boolean own = point.isLaidOutAs(layout);
    for (int i = 0; i < coordinates.length; i++) {
      Parameter parameter = parameters.get(i);
      Distribution distribution = parameter.distribution();
      double value = own ? point.rawAt(i) : valueIn(point, parameter);
      boolean numeric = !(distribution instanceof CategoricalDistribution);
      coordinates[i] = numeric && !Double.isNaN(value) ? distribution.toUnit(value) : value;
    }
    return coordinates;
  }

  private static double valueIn(ParameterValues point, Parameter parameter) {
    double value = point.rawOrAbsent(parameter.name());
    return !Double.isNaN(value)
            && parameter.distribution().contains(value)
            && parameter.distribution().isCompatibleWith(point.distribution(parameter.name()))
        ? value
        : Double.NaN;
  }

  /**
   * The point nearest to these coordinates: each is cut off at the ends of its range and rounded to
   * a value; where constraints exclude it, the nearest allowed value is taken. Inactive parameters'
   * coordinates do not matter; NaN of an active one stands for its default or its middle.
   *
   * @param coordinates as {@link #coordinates}
   */
  public ParameterValues at(double[] coordinates) {
    return choose(
        (parameter, allowed) ->
            Nearest.allowed(
                parameter,
                Nearest.value(parameter, coordinates[index(parameter.name())]),
                allowed));
  }

  /**
   * The point at these coordinates, rounded as by {@link #at}; empty if a constraint excludes it.
   */
  public Optional<ParameterValues> exactlyAt(double[] coordinates) {
    double[] raw = new double[parameters.size()];
    Arrays.fill(raw, Double.NaN);
    ParameterValues point = new ParameterValues(layout, raw);
    for (int i = 0; i < raw.length; i++) {
      Parameter parameter = parameters.get(i);
      if (isActive(parameter, point)) {
        raw[i] = Nearest.value(parameter, coordinates[i]);
      }
    }
    return isFeasible(point) ? Optional.of(point) : Optional.empty();
  }

  /** The same values, sharing this space's names and distributions if all of them are its own. */
  public ParameterValues adopt(ParameterValues point) {
    if (point.isLaidOutAs(layout)) {
      return point;
    }
    double[] raw = new double[parameters.size()];
    Arrays.fill(raw, Double.NaN);
    for (Map.Entry<String, ParameterValues.Assignment> entry : point.assignments().entrySet()) {
      int place = layout.place(entry.getKey());
      if (place < 0 || !layout.distributions.get(place).equals(entry.getValue().distribution())) {
        return point;
      }
      raw[place] = entry.getValue().value();
    }
    return new ParameterValues(layout, raw);
  }

  /** Whether the parameter exists, given the values of those before it. */
  public boolean isActive(Parameter parameter, ParameterValues given) {
    for (Literal literal : parameter.conditions()) {
      if (!literal.holds(given)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the values, possibly of a part of the parameters only, respect all constraints. */
  public boolean isFeasible(ParameterValues values) {
    for (Constraint constraint : constraints) {
      if (!constraint.holds(values)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the parameter has this value and the constraints leave it, given the values of others.
   */
  public boolean allows(Parameter parameter, double value, ParameterValues given) {
    return new Remaining(this, parameter, given).test(value);
  }

  /** What the constraints leave of a parameter, given the values of others. */
  public Allowed allowed(Parameter parameter, ParameterValues given) {
    return new Remaining(this, parameter, given);
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
                .formatted(name, unmet(parameter(name), point).parameter()));
      }
    }
    return point;
  }

  private static Literal unmet(Parameter parameter, ParameterValues point) {
    return parameter.conditions().stream()
        .filter(literal -> !literal.holds(point))
        .findFirst()
        .orElseThrow();
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
                .orElseGet(() -> Nearest.allowed(parameter, Nearest.middle(parameter), allowed)));
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
