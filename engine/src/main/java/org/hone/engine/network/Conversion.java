package org.hone.engine.network;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Turns users' configurations into nodes. Names of layers stay, so that weights find them; nameless
 * ones of a MultiLayerConfiguration are called layer0, layer1 and so on.
 */
final class Conversion {
  private Conversion() {}

  static Topology of(MultiLayerConfiguration configuration) {
    List<Node> nodes = new ArrayList<>();
    String before = Topology.INPUT;
    for (int i = 0; i < configuration.getConfs().size(); i++) {
      Layer layer = configuration.getConf(i).getLayer();
      if (layer == null) {
        throw new IllegalArgumentException("layer %d says nothing of its kind".formatted(i + 1));
      }
      String name = nameOf(layer, i);
      add(
          nodes,
          new Node.OfLayer(
              name,
              layer.clone(),
              Optional.ofNullable(configuration.getInputPreProcess(i)),
              List.of(before)));
      before = name;
    }
    return new Topology(nodes, before);
  }

  static String nameOf(Layer layer, int index) {
    String name = layer.getLayerName();
    return name == null ? "layer" + index : name;
  }

  static Topology of(ComputationGraphConfiguration configuration) {
    String input = single("input", configuration.getNetworkInputs());
    String output = single("output", configuration.getNetworkOutputs());
    List<Node> nodes = new ArrayList<>();
    for (String name : inOrder(configuration, input)) {
      List<String> inputs =
          requireNonNull(configuration.getVertexInputs().get(name)).stream()
              .map(feeding -> feeding.equals(input) ? Topology.INPUT : feeding)
              .toList();
      add(nodes, node(name, requireNonNull(configuration.getVertices().get(name)), inputs));
    }
    return new Topology(nodes, output);
  }

  private static void add(List<Node> nodes, Node node) {
    if (node instanceof Node.OfLayer layer && BothDirections.isIn(layer)) {
      nodes.addAll(BothDirections.of(layer));
    } else {
      nodes.add(node);
    }
  }

  /** The names of all vertices, each after those that feed it. */
  private static List<String> inOrder(ComputationGraphConfiguration configuration, String input) {
    Set<String> done = new LinkedHashSet<>(Set.of(input));
    Map<String, List<String>> waiting = new LinkedHashMap<>(configuration.getVertexInputs());
    while (!waiting.isEmpty()) {
      List<String> next =
          waiting.entrySet().stream()
              .filter(entry -> done.containsAll(entry.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (next.isEmpty()) {
        throw new IllegalArgumentException(
            "the network goes round in circles, or layers are fed by none: " + waiting.keySet());
      }
      done.addAll(next);
      next.forEach(waiting::remove);
    }
    done.remove(input);
    return List.copyOf(done);
  }

  private static String single(String what, List<String> names) {
    if (names.size() != 1) {
      throw new IllegalArgumentException(
          "the network has %d %ss %s, but 1 is needed".formatted(names.size(), what, names));
    }
    return names.get(0);
  }

  private static Node node(String name, GraphVertex vertex, List<String> inputs) {
    if (name.equals(Topology.INPUT)) {
      throw new IllegalArgumentException(
          "a layer is called '%s', which is kept for the input; give it another name"
              .formatted(name));
    }
    if (vertex instanceof LayerVertex layer) {
      return new Node.OfLayer(
          name,
          layer.getLayerConf().getLayer().clone(),
          Optional.ofNullable(layer.getPreProcessor()),
          inputs);
    }
    return new Node.OfVertex(name, ofOurInput(vertex), inputs);
  }

  /** Vertices that look at the mask of the input name it. */
  private static GraphVertex ofOurInput(GraphVertex vertex) {
    if (vertex instanceof LastTimeStepVertex) {
      return new LastTimeStepVertex(Topology.INPUT);
    }
    if (vertex instanceof ReverseTimeSeriesVertex) {
      return new ReverseTimeSeriesVertex(Topology.INPUT);
    }
    return vertex instanceof DuplicateToTimeSeriesVertex
        ? new DuplicateToTimeSeriesVertex(Topology.INPUT)
        : vertex.clone();
  }
}
