package org.hone.config;

import java.nio.file.Path;
import java.util.List;

/** Reads study files. */
public final class StudyFiles {
  private static final String EXTENSION = ".yaml";

  private final Known known;

  /** A reader of study files that choose from these names. */
  public StudyFiles(Known known) {
    this.known = known;
  }

  /**
   * Reads a study file; its extension tells the format: yaml, yml, json, properties, xml.
   *
   * @param overrides each {@code key=value}, the value as YAML; a later one wins
   * @throws ConfigException if anything in it is wrong
   */
  public StudyFile load(Path file, List<String> overrides) {
    Section written = Format.read(file, Format.Kind.STUDY).asSection(StudyReader.KEYS);
    Section effective = new Interpolation().apply(Overrides.apply(overrides, written));
    return new StudyReader(known, file).read(effective);
  }

  /**
   * Reads what {@link StudyFile#text} wrote; nothing in it is replaced.
   *
   * @throws ConfigException if anything in it is wrong, such as data that are gone
   */
  public StudyFile read(String text) {
    Path name = Path.of("study" + EXTENSION);
    Section written = YamlText.parse(text, name.toString()).asSection(StudyReader.KEYS);
    return new StudyReader(known, name).read(written);
  }

  /** The names of the examples that come with Hone. */
  public static List<String> examples() {
    return Bundled.EXAMPLES.names().stream()
        .map(name -> name.replace(EXTENSION, ""))
        .sorted()
        .toList();
  }

  /**
   * Reads one of the examples that come with Hone, such as {@code digits}.
   *
   * @throws ConfigException if there is no such example, or an override is wrong
   */
  public StudyFile example(String name, List<String> overrides) {
    Origin asked = Origin.of("Hone's examples");
    if (!examples().contains(name)) {
      throw ConfigException.unknown(asked, "example", name, examples());
    }
    return load(Bundled.EXAMPLES.find(name + EXTENSION, asked), overrides);
  }
}
