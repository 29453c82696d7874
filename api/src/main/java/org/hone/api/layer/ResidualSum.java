package org.hone.api.layer;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A block's input plus its branches, each multiplied by a coefficient of the row: random while
 * training, one for the way forward and another for the gradient on its way back, and their
 * expectation at inference.
 */
abstract class ResidualSum extends GraphVertex {
  private static final long serialVersionUID = 1;

  /**
   * What was drawn for one pass.
   *
   * @param forward [branches][rows]
   * @param backward [branches][rows]
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Coefficients(double[][] forward, double[][] backward) {}

  /** How many branches there are. */
  abstract int branches();

  /** The coefficients of a pass in training, from ND4J's generator. */
  abstract Coefficients draw(long rows);

  /** The mean of each forward coefficient. */
  abstract double expected();

  @Override
  public final long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public final int minVertexInputs() {
    return 1 + branches();
  }

  @Override
  public final int maxVertexInputs() {
    return 1 + branches();
  }

  @Override
  public final org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    return new ResidualSumVertex(graph, name, index, type, this);
  }

  @Override
  public final InputType getOutputType(int index, InputType... inputs) {
    return inputs[0];
  }

  @Override
  public final MemoryReport getMemoryReport(InputType... inputs) {
    return new LayerMemoryReport.Builder("", getClass(), inputs[0], inputs[0]).build();
  }
}
