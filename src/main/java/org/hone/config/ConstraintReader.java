package org.hone.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.Constraint;
import org.hone.search.space.LessOrEqual;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;

/**
 * Reads one constraint of a space file: {@code at_most_one: [{swap: true}, {mix: true}]} or {@code
 * less_or_equal: [low, high]}.
 *
 * @param parameters those of the space, by name
 */
record ConstraintReader(Map<String, Parameter> parameters) {
  private static final String AT_MOST_ONE = "at_most_one";
  private static final String LESS_OR_EQUAL = "less_or_equal";
  private static final List<String> KEYS = List.of(AT_MOST_ONE, LESS_OR_EQUAL);
  private static final ValueType<String> NAME = ValueType.text("a parameter's name");

  /** The constraint that stands there. */
  Constraint read(Node node) {
    Section section = node.asSection(KEYS);
    if (section.entries().size() != 1) {
      throw ConfigException.at(
          node.origin(),
          "is not one constraint; allowed: exactly one of " + String.join(", ", KEYS));
    }
    Node value = section.entries().values().iterator().next().value();
    return section.find(AT_MOST_ONE).isPresent() ? atMostOne(value) : lessOrEqual(value);
  }

  private Constraint atMostOne(Node value) {
    List<Literal> literals = new ArrayList<>();
    for (Node item : value.items()) {
      Section section = item.asSection(List.copyOf(names(item)));
      if (section.entries().size() != 1) {
        throw ConfigException.at(
            item.origin(),
            "speaks of %d parameters; allowed: exactly one, such as {swap: true}"
                .formatted(section.entries().size()));
      }
      section.entries().forEach((name, entry) -> literals.add(literal(name, entry)));
    }
    if (literals.size() < 2) {
      throw ConfigException.at(
          value.origin(), "needs two parameters or more, such as [{swap: true}, {mix: true}]");
    }
    return new AtMostOne(literals);
  }

  /** The keys of a literal are checked one by one, where they stand. */
  private Set<String> names(Node item) {
    Set<String> names = new LinkedHashSet<>(parameters.keySet());
    if (item instanceof Section section) {
      names.addAll(section.entries().keySet());
    }
    return names;
  }

  private Literal literal(String name, Section.Entry entry) {
    return literal(known(name, entry.key()), entry.value());
  }

  /**
   * "The parameter has one of these values."
   *
   * @throws ConfigException if it cannot have one of them
   */
  static Literal literal(Parameter parameter, Node values) {
    if (parameter.distribution().cardinality().isEmpty()) {
      throw ConfigException.at(
          values.origin(),
          "'%s' is continuous; only an int, a categorical or a stepped float is compared with values"
              .formatted(parameter.name()));
    }
    Set<Double> internal = new LinkedHashSet<>();
    values.items().forEach(node -> internal.add(Choices.internal(node, parameter.distribution())));
    if (internal.isEmpty()) {
      throw ConfigException.at(values.origin(), "is empty; needed: one value or more");
    }
    return new Literal(parameter.name(), internal);
  }

  private Constraint lessOrEqual(Node value) {
    List<Node> items = value.items();
    if (items.size() != 2) {
      throw ConfigException.at(
          value.origin(),
          "names %d parameters; allowed: exactly two, [the lesser, the greater]"
              .formatted(items.size()));
    }
    return new LessOrEqual(name(items.get(0)), name(items.get(1)));
  }

  private String name(Node node) {
    return known(node.as(NAME), node.origin()).name();
  }

  private Parameter known(String name, Origin origin) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      throw ConfigException.unknown(origin, "parameter", name, parameters.keySet());
    }
    return parameter;
  }
}
