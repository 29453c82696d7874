package org.hone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hone.engine.data.file.Sha256;

/**
 * A file with a network or a model, as it was when the study file was read.
 *
 * @param source the file as the study file names it
 * @param sha256 of its contents, in hexadecimal: what makes it this one
 */
public record ModelFile(Path file, String source, String sha256) {
  static final String FILE = "file";
  static final String SHA_256 = "sha256";
  private static final ValueType<String> HASH =
      ValueType.text(
          "a SHA-256", "64 hexadecimal digits", Pattern.compile("[0-9a-f]{64}").asMatchPredicate());

  /**
   * The file of a section.
   *
   * @param study the study file, from which the name goes out
   * @throws ConfigException if there is no such file, or not with the contents that were said
   */
  static ModelFile read(Section section, Path study) {
    Origin origin = section.originOf(FILE);
    ModelFile now = read(section.require(FILE, ValueType.path()).toString(), study, origin);
    section
        .find(SHA_256, HASH)
        .filter(said -> !said.equals(now.sha256))
        .ifPresent(
            said -> {
              throw ConfigException.at(
                  origin,
                  "%s has changed: its SHA-256 is %s, but was %s"
                      .formatted(now.file, now.sha256, said));
            });
    return now;
  }

  /** A file's name, or a section with it. */
  static ModelFile read(Node node, Path study) {
    return node.match(
        name -> read(name.as(ValueType.path()).toString(), study, name.origin()),
        list -> {
          throw ConfigException.at(list.origin(), "is a list; allowed: one file");
        },
        section -> {
          Section known = section.asSection(List.of(FILE, SHA_256));
          return read(known, study);
        });
  }

  private static ModelFile read(String source, Path study, Origin origin) {
    Path file = study.toAbsolutePath().resolveSibling(source);
    if (!Files.isRegularFile(file)) {
      throw ConfigException.at(origin, "no such file: " + file);
    }
    return new ModelFile(file, source, sha256(file, origin));
  }

  private static String sha256(Path file, Origin origin) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw ConfigException.at(origin, "%s cannot be read (%s)".formatted(file, e.getMessage()));
    }
  }

  /** A file that is known to have these contents. */
  public static ModelFile of(Path file, String sha256) {
    return new ModelFile(file, file.toString(), sha256);
  }

  /** The same file under another name. */
  ModelFile named(Function<Path, String> naming) {
    return new ModelFile(file, naming.apply(file), sha256);
  }

  /** As a section of a study file. */
  Map<String, Object> written() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(FILE, source);
    tree.put(SHA_256, sha256);
    return tree;
  }
}
