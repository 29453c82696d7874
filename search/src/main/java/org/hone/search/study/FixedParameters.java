package org.hone.search.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.hone.search.math.Uniform;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.TrialRecord;

/**
 * The values that an enqueued trial must be run with; possibly of some parameters only, when Python
 * enqueued it.
 *
 * @param external by name, as the user writes them
 */
record FixedParameters(Map<String, ?> external) {
  static final FixedParameters NONE = new FixedParameters(Map.of());

  static FixedParameters of(TrialRecord trial) {
    Object fixed = trial.systemAttributes().get(TrialRecord.FIXED_PARAMETERS);
    if (!(fixed instanceof Map<?, ?> map) || map.isEmpty()) {
      return NONE;
    }
    Map<String, Object> byName = new LinkedHashMap<>();
    map.forEach((name, value) -> byName.put(String.valueOf(name), value));
    return new FixedParameters(byName);
  }

  boolean isEmpty() {
    return external.isEmpty();
  }

  /**
   * The fixed value of a parameter; empty if it is free.
   *
   * @throws IllegalArgumentException if the distribution does not have it
   */
  OptionalDouble value(String name, Distribution distribution) {
    return Optional.<Object>ofNullable(external.get(name))
        .map(value -> OptionalDouble.of(distribution.internal(value)))
        .orElse(OptionalDouble.empty());
  }

  /**
   * A point with the fixed values; where one is missing, with the proposal's, or a uniform draw if
   * that does not fit.
   *
   * @throws UnfitException if a fixed value is not one of the space, or breaks a constraint
   */
  ParameterValues complete(SearchSpace space, ParameterValues proposal, RandomGenerator random) {
    try {
      return fill(space, proposal, random);
    } catch (IllegalArgumentException e) {
      throw new UnfitException(e);
    }
  }

  private ParameterValues fill(
      SearchSpace space, ParameterValues proposal, RandomGenerator random) {
    external.keySet().forEach(space::parameter);
    return space.choose(
        (parameter, allowed) -> {
          OptionalDouble fixed = value(parameter.name(), parameter.distribution());
          if (fixed.isPresent()) {
            return fixed.getAsDouble();
          }
          return proposed(parameter, proposal)
              .filter(allowed::test)
              .orElseGet(() -> Uniform.draw(parameter.distribution(), allowed, random));
        });
  }

  private static Optional<Double> proposed(Parameter parameter, ParameterValues proposal) {
    return proposal.contains(parameter.name())
        ? Optional.of(proposal.raw(parameter.name()))
        : Optional.empty();
  }
}
