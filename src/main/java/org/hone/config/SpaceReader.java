package org.hone.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hone.search.space.Constraint;
import org.hone.search.space.Direction;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/** Turns the sections of a space file into a search space. */
final class SpaceReader {
  static final List<String> KEYS = List.of("params", "directions", "constraints");

  private static final String PARAMS = "params";
  private static final ValueType<Direction> DIRECTION =
      ValueType.oneOf(
          "a direction",
          new TreeMap<>(Map.of("minimize", Direction.MINIMIZE, "maximize", Direction.MAXIMIZE)));

  private SpaceReader() {}

  /** The space. */
  static SpaceFile read(Section root) {
    Map<String, Parameter> parameters = parameters(root);
    List<Parameter> all = List.copyOf(parameters.values());
    List<Constraint> constraints = new ArrayList<>();
    for (Node node : Absent.items(root, "constraints")) {
      constraints.add(constraint(node, parameters));
    }
    return new SpaceFile(new SearchSpace(all, constraints), directions(root));
  }

  private static Map<String, Parameter> parameters(Section root) {
    List<Node> items = Absent.items(root, PARAMS);
    if (items.isEmpty()) {
      throw ConfigException.at(
          root.originOf(PARAMS), "is missing or empty; needed: a list of parameters");
    }
    Map<String, Parameter> byName = new LinkedHashMap<>();
    Map<String, Origin> origins = new LinkedHashMap<>();
    for (Node item : items) {
      Section section = item.asSection(ParameterReader.KEYS);
      Parameter parameter = new ParameterReader(section, byName).read();
      Origin origin = section.originOf("name");
      Origin first = origins.putIfAbsent(parameter.name(), origin);
      if (first != null) {
        throw ConfigException.at(
            origin,
            "'%s' is also %s; a name is given once".formatted(parameter.name(), first.key()));
      }
      byName.put(parameter.name(), parameter);
    }
    return byName;
  }

  private static List<Direction> directions(Section root) {
    Optional<Node> written = Absent.find(root, "directions");
    if (written.isEmpty()) {
      return List.of(Direction.MINIMIZE);
    }
    List<Direction> directions =
        written.get().items().stream().map(node -> node.<Direction>as(DIRECTION)).toList();
    if (directions.isEmpty()) {
      throw ConfigException.at(
          written.get().origin(), "is empty; needed: one per objective of minimize, maximize");
    }
    return directions;
  }

  /** Each is tried in a space of its own, so that a mistake is found where it was made. */
  private static Constraint constraint(Node node, Map<String, Parameter> parameters) {
    try {
      Constraint constraint = new ConstraintReader(parameters).read(node);
      SearchSpace unused = new SearchSpace(List.copyOf(parameters.values()), List.of(constraint));
      return constraint;
    } catch (IllegalArgumentException e) {
      throw ConfigException.at(node.origin(), String.valueOf(e.getMessage()));
    }
  }
}
