package org.hone.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XML, such as {@code <hone><study><trials>30</trials></study></hone>}. A repeated element is a
 * list; lists and maps can also be written as in YAML.
 */
final class XmlText {
  private XmlText() {}

  /** The content of an XML file. The name of its root element does not matter. */
  static Node parse(String text, String file) {
    ImmutableNode root = read(text, file).getNodeModel().getNodeHandler().getRootNode();
    return convert(root, Origin.of(file));
  }

  private static XMLConfiguration read(String text, String file) {
    XMLConfiguration xml = new XMLConfiguration();
    try {
      xml.setDocumentBuilder(builder());
      new FileHandler(xml).load(new StringReader(text));
      return xml;
    } catch (ConfigurationException | ParserConfigurationException e) {
      throw problem(e, file);
    }
  }

  /** A study file needs no document type; without one, nothing outside the file is read. */
  private static DocumentBuilder builder() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new DefaultHandler());
    return builder;
  }

  private static ConfigException problem(Exception e, String file) {
    Origin origin = Origin.of(file);
    Throwable cause = e.getCause();
    if (cause instanceof SAXParseException place) {
      origin = new Origin(file, place.getLineNumber(), place.getColumnNumber(), "");
    }
    return ConfigException.at(origin, "not valid XML: " + (cause == null ? e : cause).getMessage());
  }

  private static Node convert(ImmutableNode element, Origin origin) {
    if (element.getChildren().isEmpty() && element.getAttributes().isEmpty()) {
      return value(element.getValue(), origin);
    }
    Section.Builder section = new Section.Builder(origin);
    element
        .getAttributes()
        .forEach((name, value) -> section.add(name, value(value, origin.below(name))));
    Map<String, List<ImmutableNode>> byName =
        element.stream()
            .collect(groupingBy(ImmutableNode::getNodeName, LinkedHashMap::new, toList()));
    byName.forEach((name, same) -> section.add(name, convert(same, origin.below(name))));
    return section.build();
  }

  /** Elements of one name. */
  private static Node convert(List<ImmutableNode> same, Origin origin) {
    List<Node> items = same.stream().map(element -> convert(element, origin)).toList();
    return items.size() == 1 ? items.get(0) : new Node.Sequence(items, origin);
  }

  private static Node value(@Nullable Object text, Origin origin) {
    return YamlText.parseValue(Objects.toString(text, ""), origin);
  }
}
