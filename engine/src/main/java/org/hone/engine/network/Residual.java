package org.hone.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;

/**
 * A residual block that a network has by itself: a branch of layers whose output is added to the
 * branch's input, or to a projection of it.
 *
 * @param sum where the two are added
 * @param shortcut what is added to the branch
 * @param projection the nodes on the way to it; none if it is the branch's input
 * @param branch its nodes in order, with weights
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al., CVPR 2016, figure 2</a>
 */
record Residual(Node sum, String shortcut, List<Node> projection, List<Node> branch) {
  Residual {
    projection = List.copyOf(projection);
    branch = List.copyOf(branch);
  }

  /** Nodes that follow one another and feed nobody else, back to where ways part. */
  private record Way(String entrance, List<Node> nodes) {
    static Way backFrom(Topology topology, String end) {
      List<Node> nodes = new ArrayList<>();
      String at = end;
      while (topology.contains(at)
          && topology.node(at) instanceof Node.OfLayer layer
          && topology.consumers(at).count() == 1) {
        nodes.add(0, layer);
        at = layer.inputs().get(0);
      }
      return new Way(at, nodes);
    }

    long weighted() {
      return nodes.stream().filter(Residual::hasWeights).count();
    }
  }

  /** All of a network, first to last. */
  static List<Residual> in(Topology topology) {
    return topology.nodes().stream().flatMap(node -> at(topology, node).stream()).toList();
  }

  private static Optional<Residual> at(Topology topology, Node node) {
    if (!isSumOfTwo(node)) {
      return Optional.empty();
    }
    Way one = Way.backFrom(topology, node.inputs().get(0));
    Way other = Way.backFrom(topology, node.inputs().get(1));
    boolean apart = one.entrance().equals(other.entrance()) && one.weighted() != other.weighted();
    if (!apart) {
      return Optional.empty();
    }
    boolean firstIsBranch = one.weighted() > other.weighted();
    return Optional.of(
        firstIsBranch
            ? new Residual(node, node.inputs().get(1), other.nodes(), one.nodes())
            : new Residual(node, node.inputs().get(0), one.nodes(), other.nodes()));
  }

  private static boolean isSumOfTwo(Node node) {
    return node instanceof Node.OfVertex vertex
        && vertex.vertex() instanceof ElementWiseVertex sum
        && sum.getOp() == ElementWiseVertex.Op.Add
        && node.inputs().size() == 2;
  }

  private static boolean hasWeights(Node node) {
    return node instanceof Node.OfLayer layer && layer.kind().hasWeights();
  }

  /** The names of its nodes. */
  Stream<String> names() {
    return Stream.of(projection, branch).flatMap(List::stream).map(Node::name);
  }
}
