package org.hone.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a message that came in. Each is required unless it is asked for as an option.
 *
 * @param type of the message
 * @param values as JSON has them
 */
record Fields(String type, Map<String, Object> values) {

  /** The text of a field. */
  String text(String name) throws ProtocolException {
    return get(name, String.class);
  }

  /** The text of a field that need not be there. */
  Optional<String> optionalText(String name) throws ProtocolException {
    return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A whole number. */
  long whole(String name) throws ProtocolException {
    return get(name, Long.class);
  }

  /** A whole number that is not large. */
  int count(String name) throws ProtocolException {
    long value = whole(name);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw unfit(name);
    }
    return (int) value;
  }

  /** Any number; may be NaN. */
  double number(String name) throws ProtocolException {
    return get(name, Number.class).doubleValue();
  }

  /** True or false. */
  boolean flag(String name) throws ProtocolException {
    return get(name, Boolean.class);
  }

  /** One of an enum's constants. */
  <E extends Enum<E>> E constant(String name, Class<E> type) throws ProtocolException {
    try {
      return Enum.valueOf(type, text(name));
    } catch (IllegalArgumentException e) {
      throw unfit(name);
    }
  }

  /** An object, its entries in order. */
  Map<String, Object> object(String name) throws ProtocolException {
    Map<String, Object> object = new LinkedHashMap<>();
    Map<?, ?> seen = get(name, Map.class);
    seen.forEach((key, value) -> object.put(String.valueOf(key), value));
    return object;
  }

  /** An object of numbers. */
  Map<String, Double> numbers(String name) throws ProtocolException {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : object(name).entrySet()) {
      if (!(entry.getValue() instanceof Number number)) {
        throw unfit(name);
      }
      numbers.put(entry.getKey(), number.doubleValue());
    }
    return numbers;
  }

  /** A list of texts. */
  List<String> texts(String name) throws ProtocolException {
    List<?> list = get(name, List.class);
    return list.stream().map(String::valueOf).toList();
  }

  private <T> T get(String name, Class<T> kind) throws ProtocolException {
    Object value = values.get(name);
    if (!kind.isInstance(value)) {
      throw unfit(name);
    }
    return kind.cast(value);
  }

  private ProtocolException unfit(String name) {
    return new ProtocolException(
        "message '%s' with an unfit field '%s': %s".formatted(type, name, values.get(name)));
  }
}
