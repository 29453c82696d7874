package org.hone.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Nodes being put together, each behind the one before unless it is told otherwise. */
final class Chain {
  private final List<Node> nodes = new ArrayList<>();
  private String end = Topology.INPUT;
  private double outputDropout;

  /** The node that the next one stands behind. */
  String end() {
    return end;
  }

  /** Goes on behind another node than the last. */
  void goBackTo(String name) {
    end = name;
  }

  /** Puts a layer at the end, named after its kind and how many of it there are. */
  String add(String kind, Layer layer) {
    return add(new Node.OfLayer(numbered(kind), layer, List.of(end)));
  }

  /** Puts a vertex where the given nodes meet. */
  String join(String kind, GraphVertex vertex, List<String> inputs) {
    return add(new Node.OfVertex(numbered(kind), vertex, inputs));
  }

  /** Drops some of what enters the output. */
  void dropOutOfOutput(double rate) {
    outputDropout = rate;
  }

  /** Ends the network. */
  Topology close(Layer output) {
    if (outputDropout > 0) {
      output.setIDropout(new Dropout(1 - outputDropout));
    }
    String name = add(new Node.OfLayer("output", output, List.of(end)));
    return new Topology(nodes, name);
  }

  private String add(Node node) {
    nodes.add(node);
    end = node.name();
    return end;
  }

  private String numbered(String kind) {
    for (int number = 1; ; number++) {
      String name = kind + "-" + number;
      if (nodes.stream().noneMatch(node -> node.name().equals(name))) {
        return name;
      }
    }
  }
}
