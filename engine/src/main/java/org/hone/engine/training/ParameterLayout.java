package org.hone.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.hone.api.recipe.ParameterView;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Where each layer's arrays lie in the flat vectors of weights and gradients, as live views.
 *
 * @param entries in the order of the vectors
 */
record ParameterLayout(List<Entry> entries) {

  /** What moves an array. */
  enum Role {
    /** The optimizer, along the gradient. */
    TRAINED,
    /**
     * The forward pass: moving statistics of batch norm, whose "gradient" is a change to be applied
     * as it is.
     */
    STATISTIC,
    /** Nothing. */
    FROZEN
  }

  /** One array with its gradient. */
  record Entry(ParameterView view, Role role) {}

  ParameterLayout {
    entries = List.copyOf(entries);
  }

  /** Reads the layout of a graph whose gradients have been laid out. */
  static ParameterLayout of(ComputationGraph graph) {
    INDArray gradients = graph.getFlattenedGradients().reshape(graph.numParams());
    List<Entry> entries = new ArrayList<>();
    long offset = 0;
    for (int index : graph.topologicalSortOrder()) {
      GraphVertex vertex = graph.getVertices()[index];
      if (vertex.numParams() > 0) {
        for (Map.Entry<String, INDArray> parameter : vertex.paramTable(false).entrySet()) {
          long end = offset + parameter.getValue().length();
          INDArray gradient = gradients.get(NDArrayIndex.interval(offset, end));
          entries.add(entry(vertex, parameter.getKey(), parameter.getValue(), gradient));
          offset = end;
        }
      }
    }
    return new ParameterLayout(entries);
  }

  private static Entry entry(GraphVertex vertex, String key, INDArray weight, INDArray gradient) {
    INDArray shaped = gradient.reshape(weight.ordering(), weight.shape());
    return new Entry(
        new ParameterView(vertex.getVertexName(), key, weight, shaped), role(vertex, key));
  }

  private static Role role(GraphVertex vertex, String key) {
    if (!vertex.updaterDivideByMinibatch(key)) {
      return Role.STATISTIC;
    }
    boolean frozen =
        vertex.getLayer() instanceof FrozenLayerWithBackprop
            || vertex.getConfig().getUpdaterByParam(key) instanceof NoOp;
    return frozen ? Role.FROZEN : Role.TRAINED;
  }

  /** All arrays that have this role. */
  List<ParameterView> views(Role role) {
    return entries.stream().filter(entry -> entry.role() == role).map(Entry::view).toList();
  }
}
