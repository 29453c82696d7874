package org.hone.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.hone.api.recipe.Block;
import org.hone.api.recipe.Site;

/**
 * Recognises blocks and merges them. A block is one hidden layer with all that follows it up to the
 * next layer with weights or pooling, if its output has the type of its input. Where a
 * normalization follows before the next weights there is none: a shortcut would lead noise into it.
 */
final class BlockMerger {
  private final Map<String, InputType> types;

  /** A block: the node that feeds it, and its own nodes in order. */
  private record Stretch(String input, List<Node> nodes, Site site) {
    String last() {
      return nodes.get(nodes.size() - 1).name();
    }
  }

  /**
   * @param types of every node's activation, and of the input
   */
  BlockMerger(Map<String, InputType> types) {
    this.types = types;
  }

  Topology merge(Topology topology, int branches, Function<Block, GraphVertex> merge) {
    List<Stretch> stretches =
        topology.sites().stream()
            .filter(Site::isHidden)
            .map(site -> stretch(topology, site))
            .filter(stretch -> sameType(stretch.input(), stretch.last()))
            .filter(stretch -> !topology.feedsNormalization(stretch.last()))
            .toList();
    Topology merged = topology;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      Block block = new Block(List.of(stretch.site()), i, stretches.size());
      merged = merge(merged, stretch, branches, merge.apply(block));
    }
    return merged;
  }

  private boolean sameType(String input, String output) {
    return types.containsKey(input) && types.get(input).equals(types.get(output));
  }

  private static Stretch stretch(Topology topology, Site site) {
    Node first = topology.node(site.name());
    List<Node> nodes = new ArrayList<>(List.of(first));
    Node last = first;
    while (true) {
      List<Node> next = topology.consumers(last.name()).toList();
      if (next.size() != 1 || endsBlock(next.get(0))) {
        return new Stretch(first.inputs().get(0), nodes, site);
      }
      last = next.get(0);
      nodes.add(last);
    }
  }

  private static boolean endsBlock(Node node) {
    if (node instanceof Node.OfLayer layer) {
      Site.Kind kind = Kinds.of(layer.layer());
      return kind.hasWeights() || kind == Site.Kind.POOLING;
    }
    return true;
  }

  private static Topology merge(
      Topology topology, Stretch stretch, int branches, GraphVertex vertex) {
    String input = topology.node(stretch.nodes().get(0).name()).inputs().get(0);
    List<Node> copies = new ArrayList<>();
    List<String> ends = new ArrayList<>(List.of(input, stretch.last()));
    for (int branch = 2; branch <= branches; branch++) {
      String before = input;
      for (Node node : stretch.nodes()) {
        String name = node.name() + "-branch-" + branch;
        copies.add(node.copy(name, List.of(before)));
        before = name;
      }
      ends.add(before);
    }
    Node merge = new Node.OfVertex(stretch.site().name() + "-merge", vertex, ends);
    Topology joined = topology.behind(stretch.last(), merge);
    List<Node> nodes = new ArrayList<>(joined.nodes());
    nodes.addAll(nodes.indexOf(merge), copies);
    return new Topology(nodes, joined.output());
  }
}
