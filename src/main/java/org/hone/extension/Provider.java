package org.hone.extension;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.api.technique.Technique;

/**
 * Who brings a technique.
 *
 * @param name Hone, or the file name of a jar
 * @param version that it says it is
 * @param sha256 of the jar with its libraries, in hexadecimal; empty for what is Hone's
 */
public record Provider(String name, Optional<String> version, Optional<String> sha256) {
  private static final String HONE = "Hone";
  private static final int DIGITS = 16;

  /** Whose the technique is. */
  public static Provider of(Technique technique) {
    Class<?> type = technique.getClass();
    return type.getClassLoader() instanceof PluginClassLoader plugin
        ? plugin.provider()
        : new Provider(
            HONE,
            Optional.ofNullable(type.getPackage().getImplementationVersion()),
            Optional.empty());
  }

  /** Whether it came in a jar of the user's. */
  public boolean isPlugin() {
    return sha256.isPresent();
  }

  /** What a study keeps, so that it goes on with nothing else. */
  public String identity() {
    return isPlugin() ? text() : version.orElse("unversioned");
  }

  /** For people; of the hash as much as tells two jars apart. */
  public String text() {
    return Stream.of(
            Optional.of(name),
            version,
            sha256.map(hash -> "(SHA-256 %s...)".formatted(hash.substring(0, DIGITS))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }
}
