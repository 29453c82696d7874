package org.hone.engine.network.keras;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network of Deeplearning4j's being put together, node by node. */
final class Assembly {
  private final GraphBuilder graph = new NeuralNetConfiguration.Builder().graphBuilder();
  private final Map<String, Map<String, INDArray>> weights = new HashMap<>();
  private final Flow input;

  private final int tokens;
  private final Set<String> dense = new HashSet<>();

  /**
   * @param shape of a row, without rows
   */
  Assembly(String input, List<Integer> shape) {
    graph.addInputs(input);
    this.input = new Flow(input, KerasModel.type(shape), true);
    tokens = shape.get(0);
  }

  /** How many words a text has; not positive if that is open. */
  int tokens() {
    return tokens;
  }

  Flow input() {
    return input;
  }

  /** Puts a layer without weights behind a node. */
  Flow add(String name, Layer layer, Flow in) {
    return add(name, layer, Map.of(), in);
  }

  /** Puts a layer behind a node. */
  Flow add(String name, Layer layer, Map<String, INDArray> arrays, Flow in) {
    layer.setLayerName(name);
    layer.setNIn(in.type(), true);
    return addSized(name, layer, arrays, in);
  }

  /** Puts a layer that knows the size of its input behind a node. */
  Flow addSized(String name, Layer layer, Map<String, INDArray> arrays, Flow in) {
    graph.addLayer(name, layer, in.node());
    weights.put(name, Map.copyOf(arrays));
    if (layer instanceof DenseLayer) {
      dense.add(name);
    }
    return new Flow(name, layer.getOutputType(-1, in.type()), in.sameSteps());
  }

  /** Whether a node is a dense layer. */
  boolean isDense(String node) {
    return dense.contains(node);
  }

  /** Puts a vertex where nodes meet. */
  Flow join(String name, GraphVertex vertex, List<Flow> ins) {
    graph.addVertex(name, vertex, ins.stream().map(Flow::node).toArray(String[]::new));
    InputType type =
        vertex.getOutputType(-1, ins.stream().map(Flow::type).toArray(InputType[]::new));
    return new Flow(name, type, ins.stream().allMatch(Flow::sameSteps));
  }

  /** The network that ends here. */
  KerasModel close(Flow output) {
    ComputationGraphConfiguration configuration = graph.setOutputs(output.node()).build();
    ComputationGraph made = new ComputationGraph(configuration);
    made.init();
    Map<String, Map<String, INDArray>> fitting = new HashMap<>();
    weights.forEach(
        (name, arrays) ->
            fitting.put(name, fitting(name, arrays, made.getVertex(name).paramTable(false))));
    return new KerasModel(configuration, fitting);
  }

  /** Each array in the shape of the parameter that it is for. */
  private static Map<String, INDArray> fitting(
      String name, Map<String, INDArray> arrays, Map<String, INDArray> parameters) {
    Map<String, INDArray> fitting = new HashMap<>();
    arrays.forEach(
        (key, array) -> {
          INDArray parameter = parameters.get(key);
          if (parameter == null || parameter.length() != array.length()) {
            throw new IllegalArgumentException(
                "the weights of layer '%s' do not fit its description (%s of shape %s)"
                    .formatted(name, key, Arrays.toString(array.shape())));
          }
          fitting.put(key, array.dup('c').reshape('c', parameter.shape()));
        });
    return fitting;
  }
}
