package org.hone.search.sampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Constraint;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/** A space in which some parameters have a single value, and what that rules out is gone. */
final class Narrowing {
  private final SearchSpace space;
  private final Map<String, Double> fixed = new HashMap<>();
  private final Set<String> left = new HashSet<>();

  /**
   * @param external by name, values as the user writes them; names that the space does not have are
   *     ignored
   * @throws IllegalArgumentException if a parameter does not have its value
   */
  Narrowing(SearchSpace space, Map<String, ?> external) {
    this.space = space;
    external.forEach(
        (name, value) -> {
          if (space.contains(name)) {
            fixed.put(name, space.parameter(name).distribution().internal(value));
          }
        });
  }

  SearchSpace narrowed() {
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter parameter : fixedFirst()) {
      if (parameter.conditions().stream().allMatch(literal -> narrowed(literal).isPresent())) {
        left.add(parameter.name());
        parameters.add(narrowed(parameter));
      }
    }
    return new SearchSpace(
        parameters, space.constraints().stream().flatMap(it -> narrowed(it).stream()).toList());
  }

  /** So that what constraints leave of the others is known when they are chosen. */
  private List<Parameter> fixedFirst() {
    Set<String> first = new HashSet<>();
    for (int i = space.size() - 1; i >= 0; i--) {
      Parameter parameter = space.parameters().get(i);
      if (fixed.containsKey(parameter.name()) || first.contains(parameter.name())) {
        first.add(parameter.name());
        parameter.conditions().forEach(literal -> first.add(literal.parameter()));
      }
    }
    return space.parameters().stream()
        .sorted(Comparator.comparing(parameter -> !first.contains(parameter.name())))
        .toList();
  }

  private Parameter narrowed(Parameter parameter) {
    List<Literal> conditions =
        parameter.conditions().stream().map(it -> narrowed(it).orElseThrow()).toList();
    Double value = fixed.get(parameter.name());
    return value == null
        ? new Parameter(
            parameter.name(), parameter.distribution(), parameter.preferred(), conditions)
        : new Parameter(
            parameter.name(),
            single(parameter.distribution(), value),
            OptionalDouble.empty(),
            conditions);
  }

  private static Distribution single(Distribution distribution, double value) {
    if (distribution instanceof CategoricalDistribution) {
      return CategoricalDistribution.of(distribution.external(value));
    }
    return distribution instanceof IntDistribution
        ? IntDistribution.of((long) value, (long) value)
        : FloatDistribution.of(value, value);
  }

  /** Empty if it can no longer hold. */
  private Optional<Literal> narrowed(Literal literal) {
    String name = literal.parameter();
    Double value = fixed.get(name);
    if (!left.contains(name) || (value != null && !literal.values().contains(value))) {
      return Optional.empty();
    }
    return Optional.of(
        value == null
            ? literal
            : Literal.of(
                Parameter.of(name, single(space.parameter(name).distribution(), value)),
                space.parameter(name).distribution().external(value)));
  }

  /** Empty if nothing can break it any more. */
  private Optional<Constraint> narrowed(Constraint constraint) {
    if (!(constraint instanceof AtMostOne exclusive)) {
      return left.containsAll(constraint.parameters()) ? Optional.of(constraint) : Optional.empty();
    }
    List<Literal> literals =
        exclusive.literals().stream().flatMap(literal -> narrowed(literal).stream()).toList();
    return literals.size() < 2 ? Optional.empty() : Optional.of(new AtMostOne(literals));
  }
}
