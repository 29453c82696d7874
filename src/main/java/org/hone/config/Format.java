package org.hone.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A way to write a file; its extension says which. All have the same keys. */
@FunctionalInterface
interface Format {

  /** What the text says, not yet interpolated; {@code file} is its name for messages. */
  Node parse(String text, String file);

  /**
   * What is written in such files.
   *
   * @param noun such as {@code study file}
   * @param least what it needs at least, for the complaint about an empty one
   * @param byExtension the ways to write it
   */
  record Kind(String noun, String least, Map<String, Format> byExtension) {
    static final Kind STUDY =
        new Kind("study file", "a study needs at least data.file", Kind.formats(true));
    static final Kind SPACE =
        new Kind("space file", "a space needs at least params", Kind.formats(false));

    private static Map<String, Format> formats(boolean all) {
      Map<String, Format> byExtension = new LinkedHashMap<>();
      byExtension.put("yaml", YamlText::parse);
      byExtension.put("yml", YamlText::parse);
      byExtension.put("json", JsonText::parse);
      if (all) {
        byExtension.put("properties", PropertiesText::parse);
        byExtension.put("xml", XmlText::parse);
      }
      return byExtension;
    }
  }

  /**
   * What the file says.
   *
   * @throws ConfigException if it cannot be read or has no content
   */
  static Node read(Path file, Kind kind) {
    if (Files.isDirectory(file)) {
      throw ConfigException.file(file, "is a directory; name the %s in it".formatted(kind.noun()));
    }
    if (!Files.exists(file)) {
      throw ConfigException.file(file, "no such file");
    }
    Format format = of(file, kind);
    String text = text(file);
    if (text.isBlank()) {
      throw empty(file, kind);
    }
    Node node = format.parse(text, file.toString());
    if (node instanceof Node.Scalar scalar && scalar.text().isBlank()) {
      throw empty(file, kind);
    }
    return node;
  }

  private static ConfigException empty(Path file, Kind kind) {
    return ConfigException.file(file, "is empty; " + kind.least());
  }

  private static Format of(Path file, Kind kind) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ValueType.oneOf("a format for %ss".formatted(kind.noun()), kind.byExtension())
        .read(extension, Origin.of(file.toString()));
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw ConfigException.file(file, "is not UTF-8 text");
    } catch (IOException e) {
      throw ConfigException.file(file, "cannot be read: " + e);
    }
  }
}
