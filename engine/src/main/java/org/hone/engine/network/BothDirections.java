package org.hone.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.hone.api.recipe.WeightSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes a Bidirectional layer of Deeplearning4j's apart. As it stands there it turns padding to the
 * front and lets its second direction read it; the same two layers, one of them between vertices
 * that turn the real steps alone, give the same where nothing is padded and are right where
 * something is.
 */
final class BothDirections {
  private static final String FORWARD = "-forward";
  private static final String BACKWARD = "-backward";

  private final List<Node> nodes = new ArrayList<>();
  private final String name;

  private BothDirections(String name) {
    this.name = name;
  }

  /** Whether there is such a layer in a node, wrapped or not. */
  static boolean isIn(Node.OfLayer node) {
    return Kinds.unwrapped(node.layer()) instanceof Bidirectional;
  }

  /**
   * The nodes that stand for one with such a layer; the last of them has its name.
   *
   * @throws IllegalArgumentException if it is wrapped in, or around, something else than a last
   *     step or a recurrent layer
   */
  static List<Node> of(Node.OfLayer node) {
    BothDirections made = new BothDirections(node.name());
    Layer layer = node.layer();
    if (layer instanceof LastTimeStep last
        && last.getUnderlying() instanceof Bidirectional both
        && both.getFwd() instanceof BaseRecurrentLayer) {
      String steps = made.both(node, both, made.name + "-steps");
      made.join(made.name, last(), steps);
    } else if (layer instanceof Bidirectional both) {
      made.both(node, both, made.name);
    } else {
      throw made.refused(layer);
    }
    return List.copyOf(made.nodes);
  }

  /** Weights of such layers as those of the two layers that stand for each. */
  static WeightSource apart(WeightSource whole) {
    return (layer, key) ->
        whole
            .weights(layer, key)
            .or(() -> direction(whole, layer, FORWARD, "f" + key))
            .or(() -> direction(whole, layer, BACKWARD, "b" + key));
  }

  private static Optional<INDArray> direction(
      WeightSource whole, String layer, String ending, String key) {
    return layer.endsWith(ending)
        ? whole.weights(layer.substring(0, layer.length() - ending.length()), key)
        : Optional.empty();
  }

  private IllegalArgumentException refused(Layer layer) {
    return new IllegalArgumentException(
        "layer '%s' is a %s around a Bidirectional; a Bidirectional around a recurrent layer or its last step, or LastTimeStep around that, is taken"
            .formatted(name, layer.getClass().getSimpleName()));
  }

  private String both(Node.OfLayer node, Bidirectional both, String end) {
    String input =
        node.reshaping()
            .map(shape -> join(name + "-reshaped", new PreprocessorVertex(shape), node.inputs()))
            .orElse(node.inputs().get(0));
    String ahead = direction(FORWARD, both.getFwd(), input);
    String turned = join(name + "-reverse", reverse(), input);
    String back = direction(BACKWARD, both.getBwd(), turned);
    if (!(both.getFwd() instanceof LastTimeStep)) {
      back = join(name + "-back", reverse(), back);
    }
    return join(end, meeting(both.getMode()), List.of(ahead, back));
  }

  /** One direction's layer, and its last step if that is all that is wanted. */
  private String direction(String ending, Layer layer, String input) {
    boolean last = layer instanceof LastTimeStep;
    Layer steps = last ? ((LastTimeStep) layer).getUnderlying() : layer;
    if (!(steps instanceof BaseRecurrentLayer)) {
      throw new IllegalArgumentException(
          "layer '%s' is a Bidirectional around a %s; recurrent layers and their last steps are taken"
              .formatted(name, steps.getClass().getSimpleName()));
    }
    nodes.add(new Node.OfLayer(name + ending, steps.clone(), List.of(input)));
    return last ? join(name + ending + "-last", last(), name + ending) : name + ending;
  }

  private String join(String vertexName, GraphVertex vertex, String input) {
    return join(vertexName, vertex, List.of(input));
  }

  private String join(String vertexName, GraphVertex vertex, List<String> inputs) {
    nodes.add(new Node.OfVertex(vertexName, vertex, inputs));
    return vertexName;
  }

  private static GraphVertex reverse() {
    return new ReverseTimeSeriesVertex(Topology.INPUT);
  }

  private static GraphVertex last() {
    return new LastTimeStepVertex(Topology.INPUT);
  }

  private static GraphVertex meeting(Bidirectional.Mode mode) {
    return switch (mode) {
      case CONCAT -> new MergeVertex();
      case ADD -> new ElementWiseVertex(ElementWiseVertex.Op.Add);
      case MUL -> new ElementWiseVertex(ElementWiseVertex.Op.Product);
      case AVERAGE -> new ElementWiseVertex(ElementWiseVertex.Op.Average);
    };
  }
}
