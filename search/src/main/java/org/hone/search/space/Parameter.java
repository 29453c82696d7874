package org.hone.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A named dimension of a search space.
 *
 * @param name not blank, unique within the space
 * @param preferred the author's default in internal form: a prior for samplers, and the value when
 *     nothing is searched
 * @param conditions when the parameter exists: while all of them hold; always if empty
 */
public record Parameter(
    String name, Distribution distribution, OptionalDouble preferred, List<Literal> conditions) {

  public Parameter {
    conditions = List.copyOf(conditions);
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
    return new Parameter(name, distribution, OptionalDouble.empty(), List.of());
  }

  /** A parameter that is always active, with a default as the user writes it. */
  public static Parameter of(String name, Distribution distribution, Object preferred) {
    return new Parameter(
        name, distribution, OptionalDouble.of(distribution.internal(preferred)), List.of());
  }

  /** The same parameter, existing only while this literal holds as well. */
  public Parameter when(Literal literal) {
    List<Literal> more = new ArrayList<>(conditions);
    more.add(literal);
    return new Parameter(name, distribution, preferred, more);
  }

  /** Whether the parameter exists only sometimes. */
  public boolean isConditional() {
    return !conditions.isEmpty();
  }

  /** The same parameter under {@code prefix + name}; so are the conditions' parents. */
  public Parameter prefixed(String prefix) {
    return new Parameter(
        prefix + name,
        distribution,
        preferred,
        conditions.stream().map(literal -> literal.prefixed(prefix)).toList());
  }
}
