package org.hone.engine.training;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.FrozenVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph that goes back no further than somebody learns, and that keeps the gradient of its input,
 * which the library forgets at the end of each backward pass.
 */
final class TraceableGraph extends ComputationGraph {
  private transient @Nullable INDArray inputGradient;
  private transient GraphVertex @Nullable [] halted;

  TraceableGraph(ComputationGraphConfiguration configuration) {
    super(configuration);
  }

  /**
   * Lets backward passes end above the nodes before the first that learns, in the order of
   * computation: nobody needs what would come of them. To be called after {@code init}.
   *
   * @param learns whether the node of this name does
   * @return the names of the nodes that are left out
   */
  Set<String> endBackwardAbove(Predicate<String> learns) {
    Set<String> out = new HashSet<>();
    GraphVertex[] all = vertices.clone();
    for (int index : topologicalOrder) {
      String name = vertices[index].getVertexName();
      if (learns.test(name)) {
        break;
      }
      out.add(name);
      all[index] = new FrozenVertex(vertices[index]);
    }
    halted = all;
    return out;
  }

  /** Does something whose backward passes go back to the input. */
  void whole(Runnable action) {
    GraphVertex[] before = halted;
    halted = null;
    try {
      action.run();
    } finally {
      halted = before;
    }
  }

  @Override
  protected void calcBackpropGradients(
      boolean clearLayers, boolean truncated, INDArray... externalErrors) {
    GraphVertex[] own = vertices;
    try {
      vertices = halted == null ? own : halted;
      super.calcBackpropGradients(clearLayers, truncated, externalErrors);
    } finally {
      vertices = own;
    }
    inputGradient = getVertex(getConfiguration().getNetworkInputs().get(0)).getEpsilon();
  }

  /**
   * Of the sum over rows, of a pass that was {@link #whole}; valid outside workspaces only. Null if
   * a frozen layer ended the backward pass.
   */
  @Nullable INDArray inputGradient() {
    return inputGradient;
  }
}
