package org.hone.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JSON, with the place of every value. */
final class JsonText {
  private final String file;
  private final JsonParser parser;

  private JsonText(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** The content of a JSON file. */
  static Node parse(String text, String file) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonText json = new JsonText(file, parser);
      parser.nextToken();
      Node node = json.value("");
      if (parser.nextToken() != null) {
        throw ConfigException.at(
            json.origin(""), "not valid JSON: something follows the first value");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw ConfigException.at(
          origin(file, e.getLocation(), ""),
          "not valid JSON: "
              + e.getOriginalMessage()
                  .replaceFirst(" \\(start marker.*|: enable `JsonReadFeature.*", ""));
    } catch (IOException e) {
      throw ConfigException.at(Origin.of(file), "cannot be read: " + e);
    }
  }

  private static Origin origin(String file, JsonLocation place, String key) {
    return new Origin(file, place.getLineNr(), place.getColumnNr(), key);
  }

  private Origin origin(String key) {
    return origin(file, parser.currentTokenLocation(), key);
  }

  /** The value that begins with the current token. */
  private Node value(String key) throws IOException {
    if (parser.hasToken(JsonToken.START_OBJECT)) {
      return section(key);
    }
    if (parser.hasToken(JsonToken.START_ARRAY)) {
      return sequence(key);
    }
    return new Node.Scalar(parser.getText(), parser.hasToken(JsonToken.VALUE_STRING), origin(key));
  }

  private Section section(String key) throws IOException {
    Section.Builder section = new Section.Builder(origin(key));
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Origin entry = origin(key).below(name);
      parser.nextToken();
      section.add(name, entry, value(entry.key()));
    }
    return section.build();
  }

  private Node sequence(String key) throws IOException {
    Origin origin = origin(key);
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value("%s[%d]".formatted(key, items.size())));
    }
    return new Node.Sequence(items, origin);
  }
}
