package org.hone.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.hone.search.space.Distribution;

/**
 * Values whose type is part of them: {@code "1"}, {@code 1}, {@code 1.0} and {@code true} are four
 * choices.
 */
final class Choices {
  private static final ValueType<Object> LITERAL = ValueType.literal();

  private Choices() {}

  /** What is written there: a String, Boolean, Long, Double or the choice of nothing. */
  static Object value(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.quoted()) {
      return scalar.text();
    }
    return Absent.is(node) ? Nothing.NOTHING : node.as(LITERAL);
  }

  /**
   * The value in the distribution's internal form.
   *
   * @throws ConfigException if the distribution does not have it
   */
  static double internal(Node node, Distribution distribution) {
    Object value = value(node);
    try {
      return distribution.internal(value);
    } catch (IllegalArgumentException e) {
      throw ConfigException.at(
          node.origin(),
          "%s is not one of its values;%s allowed: %s"
              .formatted(text(value), suggestion(value, distribution), allowed(distribution)));
    }
  }

  private static String suggestion(Object value, Distribution distribution) {
    if (!(distribution instanceof CategoricalDistribution categories)) {
      return "";
    }
    List<String> words = categories.choices().stream().map(String::valueOf).toList();
    Optional<String> near = NearMatch.of(String.valueOf(value), words);
    return near.map(word -> " did you mean %s?".formatted(text(choice(categories, word))))
        .orElse("");
  }

  private static Object choice(CategoricalDistribution categories, String word) {
    return categories.choices().stream()
        .filter(choice -> String.valueOf(choice).equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static String allowed(Distribution distribution) {
    return distribution instanceof CategoricalDistribution categories
        ? categories.choices().stream().map(Choices::text).collect(Collectors.joining(", "))
        : distribution.describe();
  }

  /** As JSON writes it, so that types are told apart. */
  static String text(Object value) {
    return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
  }
}
