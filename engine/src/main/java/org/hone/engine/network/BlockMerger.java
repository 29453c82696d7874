package org.hone.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.hone.api.recipe.Block;
import org.hone.api.recipe.Site;

/**
 * Recognises blocks and merges them. A residual block that the network has by itself is one: what
 * merges its branches then stands in the place of its sum. Elsewhere a block is one hidden layer
 * with all that follows it up to the next layer with weights or pooling, if its output has the type
 * of its input. Where a normalization follows before the next weights there is none: a shortcut
 * would lead noise into it.
 */
final class BlockMerger {
  private final Map<String, InputType> types;

  /**
   * A block.
   *
   * @param input what feeds its nodes
   * @param beside what goes around them: that input, or what a residual block makes of it
   * @param nodes its own, in order
   * @param sum of a residual block
   */
  private record Stretch(
      String input, String beside, List<Node> nodes, List<Site> sites, Optional<Node> sum) {
    static Stretch of(Residual residual, List<Site> sites) {
      List<Node> branch = residual.branch();
      return new Stretch(
          branch.get(0).inputs().get(0),
          residual.shortcut(),
          branch,
          sites,
          Optional.of(residual.sum()));
    }

    String last() {
      return nodes.get(nodes.size() - 1).name();
    }

    /** What others take from it. */
    String end() {
      return sum.map(Node::name).orElseGet(this::last);
    }
  }

  /**
   * @param types of every node's activation, and of the input
   */
  BlockMerger(Map<String, InputType> types) {
    this.types = types;
  }

  Topology merge(Topology topology, int branches, Function<Block, GraphVertex> merge) {
    List<Stretch> stretches = stretches(topology);
    Topology merged = topology;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      Block block = new Block(stretch.sites(), i, stretches.size());
      merged = merge(merged, stretch, branches, merge.apply(block));
    }
    return merged;
  }

  private List<Stretch> stretches(Topology topology) {
    List<Residual> residuals = Residual.in(topology);
    Set<String> taken = residuals.stream().flatMap(Residual::names).collect(Collectors.toSet());
    Stream<Stretch> own =
        residuals.stream().map(residual -> Stretch.of(residual, sites(topology, residual)));
    Stream<Stretch> single =
        topology.sites().stream()
            .filter(site -> site.isHidden() && !taken.contains(site.name()))
            .map(site -> stretch(topology, site))
            .filter(stretch -> sameType(stretch.input(), stretch.last()));
    return Stream.concat(own, single)
        .filter(stretch -> !topology.feedsNormalization(stretch.end()))
        .sorted(Comparator.comparingInt(stretch -> stretch.sites().get(0).depth()))
        .toList();
  }

  private static List<Site> sites(Topology topology, Residual residual) {
    Set<String> branch = residual.branch().stream().map(Node::name).collect(Collectors.toSet());
    return topology.sites().stream()
        .filter(site -> site.kind().hasWeights() && branch.contains(site.name()))
        .toList();
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
        String input = first.inputs().get(0);
        return new Stretch(input, input, nodes, List.of(site), Optional.empty());
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
    // an earlier merge may have taken the place of what fed it
    String input = topology.node(stretch.nodes().get(0).name()).inputs().get(0);
    String beside = stretch.beside().equals(stretch.input()) ? input : stretch.beside();
    List<Node> copies = new ArrayList<>();
    List<String> ends = new ArrayList<>(List.of(beside, stretch.last()));
    for (int branch = 2; branch <= branches; branch++) {
      String before = input;
      for (Node node : stretch.nodes()) {
        String name = node.name() + "-branch-" + branch;
        copies.add(node.copy(name, List.of(before)));
        before = name;
      }
      ends.add(before);
    }
    Topology joined = join(topology, stretch, vertex, ends);
    List<Node> nodes = new ArrayList<>(joined.nodes());
    nodes.addAll(nodes.indexOf(joined.node(mergeName(stretch))), copies);
    return new Topology(nodes, joined.output());
  }

  private static Topology join(
      Topology topology, Stretch stretch, GraphVertex vertex, List<String> ends) {
    Node merge = new Node.OfVertex(mergeName(stretch), vertex, ends);
    return stretch.sum().isPresent()
        ? topology.replace(merge)
        : topology.behind(stretch.last(), merge);
  }

  private static String mergeName(Stretch stretch) {
    return stretch.sum().map(Node::name).orElse(stretch.sites().get(0).name() + "-merge");
  }
}
