package org.hone.engine.training;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph that keeps the gradient of its input, which the library forgets at the end of each
 * backward pass.
 */
final class TraceableGraph extends ComputationGraph {
  private transient @Nullable INDArray inputGradient;

  TraceableGraph(ComputationGraphConfiguration configuration) {
    super(configuration);
  }

  @Override
  protected void calcBackpropGradients(
      boolean clearLayers, boolean truncated, INDArray... externalErrors) {
    super.calcBackpropGradients(clearLayers, truncated, externalErrors);
    inputGradient = getVertex(getConfiguration().getNetworkInputs().get(0)).getEpsilon();
  }

  /**
   * Of the sum over rows; valid outside workspaces only. Null if a frozen layer ended the backward
   * pass.
   */
  @Nullable INDArray inputGradient() {
    return inputGradient;
  }
}
