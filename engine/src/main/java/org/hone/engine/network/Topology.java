package org.hone.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.recipe.Site;

/**
 * The nodes of a network, each after those that feed it, with one input and one output. Immutable;
 * the edits that networks are changed by are pure rewiring.
 *
 * @param output the node whose activation is the prediction
 */
record Topology(List<Node> nodes, String output) {
  /** What the first nodes name as their input. */
  static final String INPUT = "input";

  Topology {
    nodes = List.copyOf(nodes);
  }

  Node node(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no layer '%s'".formatted(name)));
  }

  boolean contains(String name) {
    return nodes.stream().anyMatch(node -> node.name().equals(name));
  }

  /** The name, with a number behind it if it is taken. */
  String unused(String name) {
    String candidate = name;
    for (int i = 2; contains(candidate); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }

  /** The nodes that the named one feeds. */
  Stream<Node> consumers(String name) {
    return nodes.stream().filter(node -> node.inputs().contains(name));
  }

  /** Whether there is a way from the named node to a normalization that meets no weights. */
  boolean feedsNormalization(String name) {
    return consumers(name)
        .anyMatch(
            node -> {
              Site.Kind kind = node instanceof Node.OfLayer layer ? layer.kind() : Site.Kind.OTHER;
              return kind == Site.Kind.NORMALIZATION
                  || (!kind.hasWeights() && feedsNormalization(node.name()));
            });
  }

  /** With one node exchanged for another of the same name. */
  Topology replace(Node changed) {
    return new Topology(
        nodes.stream().map(node -> node.name().equals(changed.name()) ? changed : node).toList(),
        output);
  }

  /** With a node put behind another, whose consumers it takes over. */
  Topology behind(String name, Node added) {
    List<Node> next = new ArrayList<>();
    for (Node node : nodes) {
      next.add(redirect(node, name, added.name()));
      if (node.name().equals(name)) {
        next.add(added);
      }
    }
    return new Topology(next, output.equals(name) ? added.name() : output);
  }

  /** With a node put between another and everything that feeds it. */
  Topology before(String name, Node added) {
    List<Node> next = new ArrayList<>();
    for (Node node : nodes) {
      if (node.name().equals(name)) {
        next.add(added.withInputs(node.inputs()));
        next.add(node.withInputs(List.of(added.name())));
      } else {
        next.add(node);
      }
    }
    return new Topology(next, output);
  }

  /**
   * With another output in the place of its own, of the same name; behind the last node if that is
   * none.
   */
  Topology withOutput(Layer other) {
    Node last = node(output);
    if (last instanceof Node.OfLayer layer && Kinds.of(layer.layer()) == Site.Kind.OUTPUT) {
      return replace(layer.withLayer(other));
    }
    return behind(output, new Node.OfLayer(unused("output"), other, List.of(output)));
  }

  /** With embeddings that take texts of any length told the length of these. */
  Topology forTexts(int tokens) {
    Topology told = this;
    for (Node node : nodes) {
      if (node instanceof Node.OfLayer layer
          && layer.layer() instanceof EmbeddingSequenceLayer open
          && open.isInferInputLength()) {
        EmbeddingSequenceLayer sized = (EmbeddingSequenceLayer) open.clone();
        sized.setInputLength(tokens);
        told = told.replace(layer.withLayer(sized));
      }
    }
    return told;
  }

  private static Node redirect(Node node, String from, String to) {
    return node.withInputs(
        node.inputs().stream().map(input -> input.equals(from) ? to : input).toList());
  }

  /** The layers as techniques see them. */
  List<Site> sites() {
    Map<String, Integer> depths = new HashMap<>();
    depths.put(INPUT, 0);
    List<Site> sites = new ArrayList<>();
    int hidden = (int) layers().filter(Topology::isHidden).count();
    for (Node node : nodes) {
      int depth = node.inputs().stream().mapToInt(depths::get).max().orElse(0);
      boolean weighted = false;
      if (node instanceof Node.OfLayer layer) {
        Site.Kind kind = Kinds.of(layer.layer());
        weighted = kind.hasWeights();
        sites.add(new Site(node.name(), kind, layer.layer(), depth, hidden));
      }
      depths.put(node.name(), depth + (weighted ? 1 : 0));
    }
    return sites;
  }

  private Stream<Node.OfLayer> layers() {
    return nodes.stream().filter(Node.OfLayer.class::isInstance).map(Node.OfLayer.class::cast);
  }

  private static boolean isHidden(Node.OfLayer node) {
    Site.Kind kind = Kinds.of(node.layer());
    return kind.hasWeights() && kind != Site.Kind.OUTPUT;
  }
}
