package org.hone.config;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.configuration2.PropertiesConfiguration.PropertiesReader;
import org.apache.commons.configuration2.ex.ConfigurationRuntimeException;

/**
 * A properties file, such as {@code study.trials = 30}. Lists and maps are written as in YAML:
 * {@code [128, 64]}.
 */
final class PropertiesText {
  private PropertiesText() {}

  /** The content of a properties file. */
  static Section parse(String text, String file) {
    try (PropertiesReader reader = new PropertiesReader(new StringReader(text))) {
      return read(reader, file);
    } catch (IOException | ConfigurationRuntimeException e) {
      throw ConfigException.at(Origin.of(file), "not valid properties: " + e.getMessage());
    }
  }

  private static Section read(PropertiesReader reader, String file) throws IOException {
    Section section = Section.empty(Origin.of(file));
    Set<String> seen = new HashSet<>();
    while (reader.nextProperty()) {
      String key = reader.getPropertyName();
      Origin origin = new Origin(file, reader.getLineNumber(), 1, key);
      if (!seen.add(key)) {
        throw Section.givenTwice(origin);
      }
      Node value = YamlText.parseValue(reader.getPropertyValue(), origin);
      section = section.with(Section.path(key), value);
    }
    return section;
  }
}
