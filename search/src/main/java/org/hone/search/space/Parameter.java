package org.hone.search.space;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A named dimension of a search space.
 *
 * @param name not blank, unique within the space
 * @param preferred the author's default in internal form: a prior for samplers, and the value when
 *     nothing is searched
 * @param condition when the parameter exists; always if empty
 */
public record Parameter(
    String name, Distribution distribution, OptionalDouble preferred, Optional<Literal> condition) {

  public Parameter {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a parameter needs a name");
    }
    if (preferred.isPresent() && !distribution.contains(preferred.getAsDouble())) {
      throw new IllegalArgumentException(
          "the default of '%s' is %s, but it must be one of: %s"
              .formatted(name, preferred.getAsDouble(), distribution.describe()));
    }
  }

  /** A parameter that is always active and has no default. */
  public static Parameter of(String name, Distribution distribution) {
    return new Parameter(name, distribution, OptionalDouble.empty(), Optional.empty());
  }

  /** A parameter that is always active, with a default as the user writes it. */
  public static Parameter of(String name, Distribution distribution, Object preferred) {
    return new Parameter(
        name, distribution, OptionalDouble.of(distribution.internal(preferred)), Optional.empty());
  }

  /** The same parameter, existing only while the literal holds. */
  public Parameter when(Literal literal) {
    return new Parameter(name, distribution, preferred, Optional.of(literal));
  }

  /** The same parameter under {@code prefix + name}; so is a condition's parent. */
  public Parameter prefixed(String prefix) {
    return new Parameter(
        prefix + name, distribution, preferred, condition.map(literal -> literal.prefixed(prefix)));
  }
}
