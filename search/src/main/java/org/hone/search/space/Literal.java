package org.hone.search.space;

import java.util.Set;

/**
 * "The parameter is active and has one of these values": the atom of conditions and constraints.
 *
 * @param parameter a discrete parameter's name
 * @param values in their internal form (a category is its index); not empty
 */
public record Literal(String parameter, Set<Double> values) {
  public Literal {
    values = Set.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a condition on '%s' needs a value".formatted(parameter));
    }
  }

  /** The parameter has exactly this value, given as the user writes it. */
  public static Literal of(Parameter parameter, Object external) {
    return new Literal(parameter.name(), Set.of(parameter.distribution().internal(external)));
  }

  /** Whether it holds; false while the parameter is inactive. */
  public boolean holds(ParameterValues given) {
    double value = given.rawOrAbsent(parameter);
    return !Double.isNaN(value) && values.contains(value);
  }

  /** The same of the parameter under {@code prefix + name}. */
  public Literal prefixed(String prefix) {
    return new Literal(prefix + parameter, values);
  }
}
