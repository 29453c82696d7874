package org.hone.search.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A point of a search space: the active parameters with their values, in the order in which they
 * were chosen. Immutable; equal if the same names have the same values of the same distributions.
 *
 * <p>Points of one space share its names and distributions, so that a point costs little more than
 * its numbers.
 */
public final class ParameterValues {

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

  private static final double ABSENT = Double.NaN;
  private static final ParameterValues EMPTY =
      new ParameterValues(new Layout(List.of(), List.of()), new double[0]);

  private final Layout layout;
  private final double[] raw;

  /** What a space made of this point last; a race costs a repetition only. */
  private @Nullable Located located;

  private static final class Located {
    final Layout within;
    final double[] coordinates;

    Located(Layout within, double[] coordinates) {
      this.within = within;
      this.coordinates = coordinates;
    }
  }

  /**
   * @param raw by place, NaN where inactive; belongs to the point from now on
   */
  ParameterValues(Layout layout, double[] raw) {
    this.layout = layout;
    this.raw = raw;
  }

  /** The point of the empty space. */
  public static ParameterValues empty() {
    return EMPTY;
  }

  /** The point with these values by parameter name, in the order of the map. */
  public static ParameterValues of(Map<String, Assignment> assignments) {
    List<Distribution> distributions =
        assignments.values().stream().map(Assignment::distribution).toList();
    return new ParameterValues(
        new Layout(List.copyOf(assignments.keySet()), distributions),
        assignments.values().stream().mapToDouble(Assignment::value).toArray());
  }

  /** This point with one value added or replaced. */
  public ParameterValues with(String name, Distribution distribution, double value) {
    Cells.requireContained(distribution, value);
    int place = layout.place(name);
    if (place >= 0 && layout.distributions.get(place).equals(distribution)) {
      double[] next = raw.clone();
      next[place] = value;
      return new ParameterValues(layout, next);
    }
    Map<String, Assignment> more = new LinkedHashMap<>(assignments());
    more.put(name, new Assignment(distribution, value));
    return of(more);
  }

  /** This point with the other's values added, replacing those of the same names. */
  public ParameterValues with(ParameterValues other) {
    if (names().isEmpty()) {
      return other;
    }
    Map<String, Assignment> more = new LinkedHashMap<>(assignments());
    more.putAll(other.assignments());
    return of(more);
  }

  /** The active parameters by name. */
  public Map<String, Assignment> assignments() {
    Map<String, Assignment> assignments = new LinkedHashMap<>();
    for (int i = 0; i < raw.length; i++) {
      if (!Double.isNaN(raw[i])) {
        assignments.put(layout.names.get(i), new Assignment(layout.distributions.get(i), raw[i]));
      }
    }
    return Collections.unmodifiableMap(assignments);
  }

  /** The names of the active parameters. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < raw.length; i++) {
      if (!Double.isNaN(raw[i])) {
        names.add(layout.names.get(i));
      }
    }
    return Collections.unmodifiableSet(names);
  }

  /** Whether there is no active parameter. */
  public boolean isEmpty() {
    return Arrays.stream(raw).allMatch(Double::isNaN);
  }

  /** Whether the parameter is active. */
  public boolean contains(String name) {
    return !Double.isNaN(rawOrAbsent(name));
  }

  /** The internal value; NaN while the parameter is inactive. */
  double rawOrAbsent(String name) {
    int place = layout.place(name);
    return place < 0 ? ABSENT : raw[place];
  }

  /** What the value was chosen from. */
  public Distribution distribution(String name) {
    return layout.distributions.get(activePlace(name));
  }

  /** The internal value. */
  public double raw(String name) {
    return raw[activePlace(name)];
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
    return String.valueOf(external(name));
  }

  /** The value of a {@link CategoricalDistribution#flag}. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(external(name));
  }

  private Object external(String name) {
    int place = activePlace(name);
    return layout.distributions.get(place).external(raw[place]);
  }

  /** The parameters whose names begin with the prefix, without it. */
  public ParameterValues under(String prefix) {
    Map<String, Assignment> local = new LinkedHashMap<>();
    assignments()
        .forEach(
            (name, assignment) -> {
              if (name.startsWith(prefix)) {
                local.put(name.substring(prefix.length()), assignment);
              }
            });
    return of(local);
  }

  /** All values as the user writes them, by name. */
  public Map<String, Object> external() {
    Map<String, Object> external = new LinkedHashMap<>();
    assignments().forEach((name, assignment) -> external.put(name, assignment.external()));
    return Collections.unmodifiableMap(external);
  }

  private int activePlace(String name) {
    int place = layout.place(name);
    if (place < 0 || Double.isNaN(raw[place])) {
      throw new IllegalArgumentException(
          "no active parameter '%s'; active: %s".formatted(name, String.join(", ", names())));
    }
    return place;
  }

  /** Whether the point was made by this very space. */
  public boolean belongsTo(SearchSpace space) {
    return space.madeBy(layout);
  }

  boolean isLaidOutAs(Layout other) {
    return layout == other;
  }

  /** The internal value at a place of the layout; NaN if inactive. */
  double rawAt(int place) {
    return raw[place];
  }

  /** What {@link SearchSpace#coordinates} is, found once for each space. */
  double[] coordinatesIn(SearchSpace space, Layout its) {
    Located known = located;
    if (known == null || known.within != its) {
      known = new Located(its, space.locate(this));
      located = known;
    }
    return known.coordinates;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ParameterValues that)) {
      return false;
    }
    return layout == that.layout
        ? Arrays.equals(raw, that.raw)
        : assignments().equals(that.assignments());
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (int i = 0; i < raw.length; i++) {
      if (!Double.isNaN(raw[i])) {
        sum += layout.names.get(i).hashCode() ^ Double.hashCode(raw[i]);
      }
    }
    return sum;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    external().forEach((name, value) -> parts.add(name + "=" + value));
    return parts.toString();
  }
}
