package org.hone.search.sampler.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.Literal;
import org.hone.search.space.SearchSpace;

/**
 * Parameters that exist under the same conditions, hence always together: what is modelled jointly.
 */
final class Group {
  private final int[] parameters;
  private final List<Condition> conditions;

  private Group(int[] parameters, List<Condition> conditions) {
    this.parameters = parameters;
    this.conditions = conditions;
  }

  /** A literal in coordinates. */
  private static final class Condition {
    private static final double ROUNDING = 1e-9;

    private final int parent;

    /** Coordinates under which it holds. */
    private final double[] accepted;

    Condition(int parent, double[] accepted) {
      this.parent = parent;
      this.accepted = accepted;
    }

    static Condition of(Literal literal, SearchSpace space) {
      Distribution distribution = space.parameter(literal.parameter()).distribution();
      boolean categorical = distribution instanceof CategoricalDistribution;
      return new Condition(
          space.index(literal.parameter()),
          literal.values().stream()
              .mapToDouble(value -> categorical ? value : distribution.toUnit(value))
              .toArray());
    }

    boolean holds(double[] coordinates) {
      double own = coordinates[parent];
      return Arrays.stream(accepted).anyMatch(value -> Math.abs(value - own) < ROUNDING);
    }
  }

  /** The groups of a space; a condition's parent is in a group before its own. */
  static List<Group> of(SearchSpace space) {
    Map<List<Literal>, List<Integer>> byConditions = new LinkedHashMap<>();
    for (int i = 0; i < space.size(); i++) {
      byConditions
          .computeIfAbsent(space.parameters().get(i).conditions(), c -> new ArrayList<>())
          .add(i);
    }
    return byConditions.entrySet().stream()
        .map(entry -> of(entry.getValue().stream().mapToInt(i -> i).toArray(), space))
        .toList();
  }

  /** Every parameter in a group of its own. */
  static List<Group> apart(SearchSpace space) {
    return IntStream.range(0, space.size()).mapToObj(i -> of(new int[] {i}, space)).toList();
  }

  private static Group of(int[] parameters, SearchSpace space) {
    List<Literal> literals = space.parameters().get(parameters[0]).conditions();
    return new Group(
        parameters, literals.stream().map(literal -> Condition.of(literal, space)).toList());
  }

  /** Whether it exists, given the coordinates of the groups before it. */
  boolean isActive(double[] coordinates) {
    for (Condition condition : conditions) {
      if (!condition.holds(coordinates)) {
        return false;
      }
    }
    return true;
  }

  /** How many parameters it has, at least one. */
  int size() {
    return parameters.length;
  }

  /** The place in the space of its parameter number {@code d}, in the order of the space. */
  int parameter(int d) {
    return parameters[d];
  }

  /** The places of all its parameters. */
  IntStream parameters() {
    return Arrays.stream(parameters);
  }
}
