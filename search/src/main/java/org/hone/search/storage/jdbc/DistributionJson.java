package org.hone.search.storage.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.storage.StorageException;

/**
 * Distributions as Optuna stores them, {@code {"name": "FloatDistribution", "attributes": {...}}};
 * old names are read too.
 */
final class DistributionJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DistributionJson() {}

  static ObjectNode write(Distribution distribution) {
    ObjectNode attributes = NODES.objectNode();
    String name = distribution.getClass().getSimpleName();
    if (distribution instanceof FloatDistribution range) {
      attributes.set("step", range.step() > 0 ? NODES.numberNode(range.step()) : NODES.nullNode());
      attributes.put("low", range.low()).put("high", range.high()).put("log", range.log());
    } else if (distribution instanceof IntDistribution range) {
      attributes.put("log", range.log()).put("step", range.step());
      attributes.put("low", range.min()).put("high", range.max());
    } else if (distribution instanceof CategoricalDistribution categorical) {
      ArrayNode choices = attributes.putArray("choices");
      categorical.choices().forEach(choice -> choices.add(ValueJson.write(choice)));
    }
    ObjectNode json = NODES.objectNode().put("name", name);
    json.set("attributes", attributes);
    return json;
  }

  /**
   * @throws StorageException if there is no such kind of distribution
   */
  static Distribution read(JsonNode json) {
    JsonNode attributes = json.has("attributes") ? json.get("attributes") : json;
    String name = json.path("name").asText(json.path("type").asText());
    return switch (name) {
      case "FloatDistribution", "float" ->
          real(attributes, "step", attributes.path("log").asBoolean());
      case "UniformDistribution" -> real(attributes, "step", false);
      case "LogUniformDistribution" -> real(attributes, "step", true);
      case "DiscreteUniformDistribution" -> real(attributes, "q", false);
      case "IntDistribution", "int" -> whole(attributes, attributes.path("log").asBoolean());
      case "IntUniformDistribution" -> whole(attributes, false);
      case "IntLogUniformDistribution" -> whole(attributes, true);
      case "CategoricalDistribution", "categorical" -> categories(attributes);
      default -> throw new StorageException("the database holds an unknown distribution: " + json);
    };
  }

  private static Distribution real(JsonNode attributes, String step, boolean log) {
    double low = attributes.path("low").asDouble();
    double high = attributes.path("high").asDouble();
    double width = attributes.path(step).asDouble(0);
    return new FloatDistribution(low, width > 0 ? reached(low, high, width) : high, width, log);
  }

  /** Whoever wrote it may have left {@code high} where no step reaches it. */
  private static double reached(double low, double high, double step) {
    BigDecimal from = BigDecimal.valueOf(low);
    BigDecimal width = BigDecimal.valueOf(step);
    BigDecimal steps = BigDecimal.valueOf(high).subtract(from).divide(width, 0, RoundingMode.FLOOR);
    return steps.multiply(width).add(from).doubleValue();
  }

  private static Distribution whole(JsonNode attributes, boolean log) {
    long low = attributes.path("low").asLong();
    long step = log ? 1 : attributes.path("step").asLong(1);
    long reached = low + (attributes.path("high").asLong() - low) / step * step;
    return new IntDistribution(low, reached, step, log);
  }

  private static Distribution categories(JsonNode attributes) {
    List<Object> choices = new ArrayList<>();
    attributes.path("choices").forEach(choice -> choices.add(ValueJson.read(choice)));
    return new CategoricalDistribution(choices);
  }
}
