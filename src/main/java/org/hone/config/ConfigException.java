package org.hone.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A mistake in a study file. The message is one line: where, what was said, and what is allowed.
 */
public final class ConfigException extends RuntimeException {

  private final transient Origin origin;
  private final String problem;

  private ConfigException(Origin origin, String problem) {
    super((origin + ": " + problem).replaceAll("\\p{Cntrl}+", " "));
    this.origin = origin;
    this.problem = problem;
  }

  /** The same mistake, at the place of its key if it knows no more than that. */
  ConfigException placed(UnaryOperator<Origin> placeOfKey) {
    return origin.isKeyOnly() ? at(placeOfKey.apply(origin), problem) : this;
  }

  /** A mistake of any kind. */
  public static ConfigException at(Origin origin, String problem) {
    return new ConfigException(origin, problem);
  }

  /**
   * A name that is not among the allowed ones; the nearest is suggested.
   *
   * @param noun of what is named, such as {@code technique}
   */
  public static ConfigException unknown(
      Origin origin, String noun, String name, Collection<String> allowed) {
    return notAmong(origin, "%s '%s'".formatted(noun, name), suggestion(name, allowed), allowed);
  }

  /**
   * A technique that nobody offers; what was left out may be why.
   *
   * @param known ids
   * @param leftOut what would offer techniques but is broken, a line each
   */
  static ConfigException unknownTechnique(
      Origin origin, String id, Collection<String> known, Collection<String> leftOut) {
    if (leftOut.isEmpty()) {
      return unknown(origin, "technique", id, known);
    }
    return at(
        origin,
        "unknown technique '%s', unless it is in a plug-in that was left out: %s; allowed: %s"
            .formatted(id, String.join("; ", leftOut), String.join(", ", known)));
  }

  /** A key that its section does not have; the origin names it. */
  static ConfigException unknownKey(Origin origin, String name, Collection<String> allowed) {
    return notAmong(origin, "key", suggestion(name, allowed), allowed);
  }

  private static ConfigException notAmong(
      Origin origin, String what, String suggestion, Collection<String> allowed) {
    String list = allowed.isEmpty() ? "none" : String.join(", ", allowed);
    return at(origin, "unknown %s;%s allowed: %s".formatted(what, suggestion, list));
  }

  /** A value that is not what its key needs; the nearest of the allowed words is suggested. */
  static ConfigException value(Origin origin, String problem, ValueType<?> type, String text) {
    return at(
        origin,
        "%s;%s allowed: %s".formatted(problem, suggestion(text, type.words()), type.allowed()));
  }

  /** A file that cannot be read. */
  static ConfigException file(Path file, String problem) {
    return at(Origin.of(file.toString()), problem);
  }

  private static String suggestion(String name, Collection<String> allowed) {
    return NearMatch.of(name, allowed).map(" did you mean '%s'?"::formatted).stream()
        .collect(Collectors.joining());
  }
}
