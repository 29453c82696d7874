package org.hone.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML, with the place of every node. */
final class YamlText {
  /** More than any study needs; an alias that contains itself has no end. */
  private static final int DEEPEST = 8;

  private final Origin start;
  private final boolean marked;

  /**
   * Of one text.
   *
   * @param start where the text stands
   * @param marked whether lines and columns of the text are those of the file
   */
  private YamlText(Origin start, boolean marked) {
    this.start = start;
    this.marked = marked;
  }

  /** The content of a YAML file; a blank text if there is none. */
  static Node parse(String text, String file) {
    Origin start = Origin.of(file);
    return new YamlText(start, true).compose(text).orElseGet(() -> new Node.Scalar("", start));
  }

  /**
   * A value within another format: a list, a map or a quoted text as YAML has them, or else the
   * text as it is.
   */
  static Node parseValue(String text, Origin origin) {
    boolean flow = !text.isBlank() && "[{\"'".indexOf(text.strip().charAt(0)) >= 0;
    Node plain = new Node.Scalar(text, origin);
    return flow ? new YamlText(origin, false).compose(text).orElse(plain) : plain;
  }

  private Optional<Node> compose(String text) {
    try {
      return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)))
          .map(node -> convert(node, start.key(), 0));
    } catch (MarkedYAMLException e) {
      throw ConfigException.at(origin(e.getProblemMark(), start.key()), problem(e));
    } catch (YAMLException e) {
      throw ConfigException.at(
          start,
          "not valid YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /** The parser's words; where they are half a sentence, the other half is the context. */
  private static String problem(MarkedYAMLException e) {
    String half = e.getProblem().startsWith("but ") ? e.getContext() + ", " : "";
    return "not valid YAML: " + half + e.getProblem();
  }

  private Origin origin(Mark mark, String key) {
    return marked
        ? new Origin(start.file(), mark.getLine() + 1, mark.getColumn() + 1, key)
        : new Origin(start.file(), start.line(), start.column(), key);
  }

  private Node convert(org.yaml.snakeyaml.nodes.Node node, String key, int depth) {
    Origin origin = origin(node.getStartMark(), key);
    if (depth > DEEPEST) {
      throw ConfigException.at(origin, "is nested more than %d levels deep".formatted(DEEPEST));
    }
    if (node instanceof MappingNode mapping) {
      return section(mapping, origin, depth);
    }
    if (node instanceof SequenceNode sequence) {
      return sequence(sequence, origin, depth);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new Node.Scalar(scalar.getValue(), !scalar.isPlain(), origin);
  }

  private Node sequence(SequenceNode sequence, Origin origin, int depth) {
    List<Node> items = new ArrayList<>();
    for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
      items.add(convert(item, "%s[%d]".formatted(origin.key(), items.size()), depth + 1));
    }
    return new Node.Sequence(items, origin);
  }

  private Section section(MappingNode mapping, Origin origin, int depth) {
    Section.Builder section = new Section.Builder(origin);
    for (NodeTuple tuple : mapping.getValue()) {
      Origin place = origin(tuple.getKeyNode().getStartMark(), origin.key());
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        throw ConfigException.at(place, "a key must be a word");
      }
      Origin entry = place.below(name.getValue());
      section.add(name.getValue(), entry, convert(tuple.getValueNode(), entry.key(), depth + 1));
    }
    return section.build();
  }
}
