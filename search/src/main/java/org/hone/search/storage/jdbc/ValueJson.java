package org.hone.search.storage.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hone.search.space.CategoricalDistribution.Nothing;

/**
 * Values of attributes and choices of categories: String, Boolean, Long, Double, Nothing, List,
 * Map.
 */
final class ValueJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ValueJson() {}

  static JsonNode write(Object value) {
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    }
    if (value instanceof Long whole) {
      return NODES.numberNode(whole.longValue());
    }
    if (value instanceof Double real) {
      return NODES.numberNode(real.doubleValue());
    }
    if (value instanceof List<?> list) {
      return array(list);
    }
    return value instanceof Map<?, ?> map ? object(map) : NODES.nullNode();
  }

  private static ArrayNode array(List<?> list) {
    ArrayNode array = NODES.arrayNode();
    list.forEach(element -> array.add(write(element)));
    return array;
  }

  private static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = NODES.objectNode();
    map.forEach((key, value) -> object.set(String.valueOf(key), write(value)));
    return object;
  }

  static Object read(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isArray()) {
      return list(node);
    }
    return node.isObject() ? map(node) : Nothing.NOTHING;
  }

  private static List<Object> list(JsonNode array) {
    List<Object> list = new ArrayList<>();
    array.forEach(element -> list.add(read(element)));
    return Collections.unmodifiableList(list);
  }

  private static Map<String, Object> map(JsonNode object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), read(entry.getValue())));
    return Collections.unmodifiableMap(map);
  }
}
