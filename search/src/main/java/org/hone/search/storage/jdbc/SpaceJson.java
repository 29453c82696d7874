package org.hone.search.storage.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.Constraint;
import org.hone.search.space.LessOrEqual;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/**
 * A search space with its conditions and constraints; distributions in Optuna's form, values in
 * their internal form.
 */
final class SpaceJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SpaceJson() {}

  static ObjectNode write(SearchSpace space) {
    ObjectNode json = NODES.objectNode();
    ArrayNode parameters = json.putArray("parameters");
    space.parameters().forEach(parameter -> parameters.add(write(parameter)));
    ArrayNode constraints = json.putArray("constraints");
    space.constraints().forEach(constraint -> constraints.add(write(constraint)));
    return json;
  }

  private static ObjectNode write(Parameter parameter) {
    ObjectNode json = NODES.objectNode().put("name", parameter.name());
    json.set("distribution", DistributionJson.write(parameter.distribution()));
    parameter.preferred().ifPresent(value -> json.put("default", value));
    if (parameter.isConditional()) {
      json.set("when", write(parameter.conditions()));
    }
    return json;
  }

  private static ObjectNode write(Constraint constraint) {
    ObjectNode json = NODES.objectNode();
    if (constraint instanceof AtMostOne rule) {
      ArrayNode literals = json.putArray("atMostOne");
      rule.literals().forEach(literal -> literals.add(write(literal)));
    } else if (constraint instanceof LessOrEqual order) {
      json.putArray("lessOrEqual").add(order.lesser()).add(order.greater());
    }
    return json;
  }

  /** One condition stands alone, as in the first version; several are a list. */
  private static JsonNode write(List<Literal> conditions) {
    if (conditions.size() == 1) {
      return write(conditions.get(0));
    }
    ArrayNode all = NODES.arrayNode();
    conditions.forEach(literal -> all.add(write(literal)));
    return all;
  }

  private static ObjectNode write(Literal literal) {
    ObjectNode json = NODES.objectNode().put("parameter", literal.parameter());
    ArrayNode values = json.putArray("values");
    literal.values().stream().sorted().forEach(values::add);
    return json;
  }

  static SearchSpace read(JsonNode json) {
    List<Parameter> parameters = new ArrayList<>();
    json.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
    List<Constraint> constraints = new ArrayList<>();
    json.path("constraints").forEach(constraint -> constraints.add(constraint(constraint)));
    return new SearchSpace(parameters, constraints);
  }

  private static Parameter parameter(JsonNode json) {
    return new Parameter(
        json.path("name").asText(),
        DistributionJson.read(json.path("distribution")),
        json.has("default")
            ? OptionalDouble.of(json.path("default").asDouble())
            : OptionalDouble.empty(),
        conditions(json.path("when")));
  }

  private static List<Literal> conditions(JsonNode when) {
    List<Literal> conditions = new ArrayList<>();
    if (when.isObject()) {
      conditions.add(literal(when));
    }
    if (when.isArray()) {
      when.forEach(literal -> conditions.add(literal(literal)));
    }
    return conditions;
  }

  private static Constraint constraint(JsonNode json) {
    if (json.has("lessOrEqual")) {
      JsonNode names = json.path("lessOrEqual");
      return new LessOrEqual(names.path(0).asText(), names.path(1).asText());
    }
    List<Literal> literals = new ArrayList<>();
    json.path("atMostOne").forEach(literal -> literals.add(literal(literal)));
    return new AtMostOne(literals);
  }

  private static Literal literal(JsonNode json) {
    Set<Double> values = new HashSet<>();
    json.path("values").forEach(value -> values.add(value.asDouble()));
    return new Literal(json.path("parameter").asText(), values);
  }
}
