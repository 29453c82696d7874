package org.hone.worker.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.jspecify.annotations.Nullable;

/**
 * What a program says in one line.
 *
 * <pre>{@code
 * {"trial": 7, "step": 3, "value": 0.41}      how it goes; several objectives: "values": [0.41, 12]
 * {"trial": 7, "values": [0.37]}              the result; also "value": 0.37, and "constraints": [-0.1]
 * {"trial": 7, "fail": "out of memory"}       no result
 * }</pre>
 *
 * Keys beyond these are ignored. A value that is {@code null} is NaN.
 */
sealed interface Message {
  int LONGEST_QUOTE = 80;

  /** The number of the trial that it is about. */
  int trial();

  /**
   * How a trial goes; an answer is waited for.
   *
   * @param values one per objective, possibly NaN or infinite
   */
  record Report(int trial, int step, List<Double> values) implements Message {}

  /**
   * How a trial ended.
   *
   * @param values one per objective, possibly NaN or infinite
   * @param constraints by name, at most 0 if respected
   */
  record Result(int trial, List<Double> values, Map<String, Double> constraints)
      implements Message {}

  /** Why a trial came to nothing. */
  record Failure(int trial, String reason) implements Message {}

  /**
   * Understands a line.
   *
   * @throws ProgramFailure if it is none of these
   */
  static Message parse(String line) throws ProgramFailure {
    try {
      return of(JsonLine.read(line));
    } catch (IllegalArgumentException e) {
      throw new ProgramFailure(
          "the program said '%s', but %s; allowed on its standard output are JSON lines such as"
                  .formatted(quote(line), e.getMessage())
              + " {\"trial\": 7, \"values\": [0.37]}");
    }
  }

  private static String quote(String line) {
    String text = line.strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }

  private static Message of(Map<String, Object> object) {
    int trial = whole(object, "trial");
    if (object.containsKey("fail")) {
      return new Failure(trial, ProgramFailure.oneLine(String.valueOf(object.get("fail"))));
    }
    if (object.containsKey("step")) {
      return new Report(trial, whole(object, "step"), values(object));
    }
    return new Result(trial, values(object), constraints(object.get("constraints")));
  }

  private static int whole(Map<String, Object> object, String key) {
    Object value = object.get(key);
    if (value == null) {
      throw new IllegalArgumentException("it lacks \"%s\"".formatted(key));
    }
    if (value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw new IllegalArgumentException("\"%s\" must be a whole number from 0".formatted(key));
  }

  private static List<Double> values(Map<String, Object> object) {
    if (object.get("values") instanceof List<?> list && !list.isEmpty()) {
      return numbers("values", list);
    }
    if (object.containsKey("values")) {
      throw new IllegalArgumentException("\"values\" must be a list of numbers, one per objective");
    }
    if (!object.containsKey("value")) {
      throw new IllegalArgumentException("it lacks \"values\" (or \"value\", or \"fail\")");
    }
    return List.of(number("value", object.get("value")));
  }

  private static List<Double> numbers(String key, List<?> list) {
    List<Double> numbers = new ArrayList<>();
    list.forEach(item -> numbers.add(number(key, item)));
    return numbers;
  }

  private static double number(String key, @Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value == Nothing.NOTHING) {
      return Double.NaN;
    }
    throw new IllegalArgumentException("\"%s\" must be numbers or null".formatted(key));
  }

  /** A list has its positions for names, as in Optuna. */
  private static Map<String, Double> constraints(@Nullable Object written) {
    Map<String, Double> constraints = new LinkedHashMap<>();
    if (written instanceof List<?> list) {
      list.forEach(
          item -> constraints.put(String.valueOf(constraints.size()), number("constraints", item)));
    } else if (written instanceof Map<?, ?> map) {
      map.forEach(
          (name, item) -> constraints.put(String.valueOf(name), number("constraints", item)));
    } else if (written != null && written != Nothing.NOTHING) {
      throw new IllegalArgumentException("\"constraints\" must be a list of numbers");
    }
    return constraints;
  }
}
