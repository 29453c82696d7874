package org.hone.search.space;

import java.util.List;
import java.util.stream.Collectors;

/**
 * At most one of the literals may hold: how two techniques that exclude each other are told to a
 * sampler.
 */
public record AtMostOne(List<Literal> literals) implements Constraint {
  public AtMostOne {
    literals = List.copyOf(literals);
    if (literals.size() < 2) {
      throw new IllegalArgumentException("'at most one' needs two literals, but has " + literals);
    }
  }

  @Override
  public boolean holds(ParameterValues values) {
    return literals.stream().filter(literal -> literal.holds(values)).count() <= 1;
  }

  @Override
  public List<String> parameters() {
    return literals.stream().map(Literal::parameter).toList();
  }

  @Override
  public String describe() {
    return literals.stream()
        .map(Literal::parameter)
        .collect(Collectors.joining(", ", "at most one of ", ""));
  }

  @Override
  public AtMostOne prefixed(String prefix) {
    return new AtMostOne(literals.stream().map(literal -> literal.prefixed(prefix)).toList());
  }
}
