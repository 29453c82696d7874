package org.hone.config;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hone.search.space.CategoricalDistribution.Nothing;

/**
 * What the text under a key can mean. The key decides, not the looks of the text: {@code on} is no
 * boolean and {@code 65} may be a column's name, in every format alike.
 *
 * @param noun what it is, such as {@code a whole number}
 * @param allowed which of them are accepted, in words
 * @param words the accepted texts, if they can be listed
 * @param form whether the text is such a thing at all
 * @param parser the value of a text of that form; empty if it is not accepted
 */
record ValueType<T>(
    String noun,
    String allowed,
    List<String> words,
    Predicate<String> form,
    Function<String, Optional<T>> parser) {

  private static final Predicate<String> WHOLE = Pattern.compile("[-+]?\\d+").asMatchPredicate();
  private static final Predicate<String> REAL =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?").asMatchPredicate();

  /** Any text that is not blank. */
  static ValueType<String> text(String noun) {
    return text(noun, noun, any -> true);
  }

  /** A text of a certain form. */
  static ValueType<String> text(String noun, String allowed, Predicate<String> form) {
    return new ValueType<>(noun, allowed, List.of(), form, Optional::of);
  }

  /** One of the words, each with what it stands for. */
  static <T> ValueType<T> oneOf(String noun, Map<String, T> meanings) {
    List<String> words = List.copyOf(meanings.keySet());
    return new ValueType<>(
        noun,
        words.isEmpty() ? "none" : String.join(", ", words),
        words,
        meanings::containsKey,
        text -> Optional.ofNullable(meanings.get(text)));
  }

  static ValueType<Integer> atLeast(int low) {
    return whole(low + " or more", low, Integer.MAX_VALUE, BigInteger::intValue);
  }

  static ValueType<Long> anyLong() {
    return whole("any that fits in 64 bits", Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::longValue);
  }

  private static <T> ValueType<T> whole(
      String allowed, long low, long high, Function<BigInteger, T> value) {
    Predicate<BigInteger> accepted =
        number ->
            number.compareTo(BigInteger.valueOf(low)) >= 0
                && number.compareTo(BigInteger.valueOf(high)) <= 0;
    return new ValueType<>(
        "a whole number",
        allowed,
        List.of(),
        WHOLE,
        text -> Optional.of(new BigInteger(text)).filter(accepted).map(value));
  }

  /** Whether a text looks like a number. */
  static boolean isReal(String text) {
    return REAL.test(text);
  }

  static ValueType<Double> real(String allowed, Predicate<Double> accepted) {
    return new ValueType<>(
        "a number",
        allowed,
        List.of(),
        REAL,
        text -> Optional.of(Double.valueOf(text)).filter(Double::isFinite).filter(accepted));
  }

  static ValueType<Path> path() {
    return new ValueType<>(
        "a path", "a path", List.of(), text -> parsePath(text).isPresent(), ValueType::parsePath);
  }

  /** Whatever it looks like: a whole number, a number, true, false, null, or a word. */
  static ValueType<Object> literal() {
    return new ValueType<>(
        "a single value",
        "a number, true, false, a word, or a list of these",
        List.of(),
        any -> true,
        text -> Optional.of(parseLiteral(text)));
  }

  /**
   * The value.
   *
   * @throws ConfigException if the text has none
   */
  T read(String text, Origin origin) {
    if (text.isBlank()) {
      throw ConfigException.value(origin, "has no value", this, "");
    }
    String stripped = text.strip();
    if (!form.test(stripped)) {
      throw ConfigException.value(origin, "'%s' is not %s".formatted(text, noun), this, stripped);
    }
    return parser
        .apply(stripped)
        .orElseThrow(
            () -> ConfigException.value(origin, "%s is out of range".formatted(text), this, ""));
  }

  /** The complaint about something that is not even a text. */
  ConfigException refuse(Origin origin, String seen) {
    return ConfigException.value(origin, "%s is not %s".formatted(seen, noun), this, "");
  }

  private static Optional<Path> parsePath(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Object parseLiteral(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (text.equals(Nothing.NOTHING.toString())) {
      return Nothing.NOTHING;
    }
    if (WHOLE.test(text) && new BigInteger(text).bitLength() < Long.SIZE) {
      return Long.valueOf(text);
    }
    boolean number = REAL.test(text) && Double.isFinite(Double.parseDouble(text));
    return number ? (Object) Double.valueOf(text) : text;
  }
}
