package org.hone.search.storage;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hone.search.space.CategoricalDistribution.Nothing;

/** The one form in which every storage returns an attribute's value. */
public final class AttributeValue {
  private static final int LONGEST_KEY = 512;

  private AttributeValue() {}

  /**
   * The value as it will be read: whole numbers as Long, other numbers as Double, collections as
   * unmodifiable List, maps as unmodifiable Map with String keys; String, Boolean and {@link
   * Nothing} (JSON's null) stay themselves.
   *
   * @throws IllegalArgumentException if it holds anything else
   */
  public static Object normal(Object value) {
    if (value instanceof String || value instanceof Boolean || value instanceof Nothing) {
      return value;
    }
    if (value instanceof Number number) {
      return normal(number);
    }
    if (value instanceof Collection<?> collection) {
      return collection.stream().map(AttributeValue::normal).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return normal(map);
    }
    throw new IllegalArgumentException(
        "an attribute is a string, a boolean, a number, or a list or map of such, but %s is a %s"
            .formatted(value, value.getClass().getName()));
  }

  private static Number normal(Number number) {
    boolean whole =
        number instanceof Long
            || number instanceof Integer
            || number instanceof Short
            || number instanceof Byte;
    return whole ? (Number) number.longValue() : (Number) number.doubleValue();
  }

  /**
   * All values as they will be read, by key.
   *
   * @throws IllegalArgumentException as {@link #normal(Object)} and {@link #key} say
   */
  public static Map<String, Object> attributes(Map<String, ?> attributes) {
    Map<String, Object> normal = new LinkedHashMap<>();
    attributes.forEach((key, value) -> normal.put(key(key), normal(value)));
    return normal;
  }

  private static Map<String, Object> normal(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), normal(value)));
    return Collections.unmodifiableMap(copy);
  }

  /**
   * The key, checked.
   *
   * @throws IllegalArgumentException unless it has 1 to 512 characters
   */
  public static String key(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "an attribute's key has 1 to %d characters, but '%s' has %d"
              .formatted(LONGEST_KEY, key, key.length()));
    }
    return key;
  }
}
