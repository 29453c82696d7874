package org.hone.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A way to write a study file; its extension says which. All have the same keys. */
@FunctionalInterface
interface Format {

  /** What the text says, not yet interpolated; {@code file} is its name for messages. */
  Node parse(String text, String file);

  /**
   * What the file says.
   *
   * @throws ConfigException if it cannot be read or has no content
   */
  static Node read(Path file) {
    if (Files.isDirectory(file)) {
      throw ConfigException.file(file, "is a directory; name the study file in it");
    }
    if (!Files.exists(file)) {
      throw ConfigException.file(file, "no such file");
    }
    Format format = of(file);
    String text = text(file);
    if (text.isBlank()) {
      throw empty(Origin.of(file.toString()));
    }
    return format.parse(text, file.toString());
  }

  /** The complaint about a file without content. */
  static ConfigException empty(Origin origin) {
    return ConfigException.at(origin, "is empty; a study needs at least data.file");
  }

  private static Format of(Path file) {
    Map<String, Format> byExtension = new LinkedHashMap<>();
    byExtension.put("yaml", YamlText::parse);
    byExtension.put("yml", YamlText::parse);
    byExtension.put("json", JsonText::parse);
    byExtension.put("properties", PropertiesText::parse);
    byExtension.put("xml", XmlText::parse);
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ValueType.oneOf("a format for study files", byExtension)
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
