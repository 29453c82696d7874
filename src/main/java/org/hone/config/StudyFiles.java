package org.hone.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.hone.extension.PluginFile;

/** Reads study files. */
public final class StudyFiles {
  private static final String EXTENSION = ".yaml";
  private static final Path WRITTEN = Path.of("study" + EXTENSION);

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
    return new StudyReader(known, file).read(effective(file, overrides));
  }

  /**
   * Does something with the study of a file. A mistake of which only the key is known tells then
   * where the key stands.
   *
   * @param overrides as for {@link #load}
   */
  public static <T> T placing(Path file, List<String> overrides, Supplier<T> use) {
    try {
      return use.get();
    } catch (ConfigException mistake) {
      throw mistake.placed(key -> effective(file, overrides).locate(key.key()));
    }
  }

  private static Section effective(Path file, List<String> overrides) {
    Section written = Format.read(file, Format.Kind.STUDY).asSection(StudyReader.KEYS);
    return new Interpolation().apply(Overrides.apply(overrides, written));
  }

  /**
   * The plug-ins that a study names: what they offer must be known before the rest of it can be
   * read.
   *
   * @param overrides as for {@link #load}
   * @throws ConfigException if the file cannot be read, or this is wrong in it
   */
  public static List<PluginFile> plugins(Path file, List<String> overrides) {
    return PluginsReader.read(effective(file, overrides), file);
  }

  /** The plug-ins of a study that {@link StudyFile#text} wrote. */
  public static List<PluginFile> plugins(String text) {
    return PluginsReader.read(section(text), WRITTEN);
  }

  /**
   * Reads what {@link StudyFile#text} wrote; nothing in it is replaced.
   *
   * @throws ConfigException if anything in it is wrong, such as data that are gone
   */
  public StudyFile read(String text) {
    return new StudyReader(known, WRITTEN).read(section(text));
  }

  private static Section section(String text) {
    return YamlText.parse(text, WRITTEN.toString()).asSection(StudyReader.KEYS);
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
    return load(exampleFile(name), overrides);
  }

  /**
   * Where one of the examples lies.
   *
   * @throws ConfigException if there is no such example
   */
  public static Path exampleFile(String name) {
    Origin asked = Origin.of("Hone's examples");
    if (!examples().contains(name)) {
      throw ConfigException.unknown(asked, "example", name, examples());
    }
    return Bundled.EXAMPLES.find(name + EXTENSION, asked);
  }
}
