package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Inputs;
import org.hone.engine.backend.CpuBackend;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/** Compares a network's gradient with differences of its loss, in double precision. */
final class GradientCheck {
  private static final double STEP = 1e-5;

  private final ComputationGraph graph;
  private final Inputs inputs;
  private final INDArray labels;

  GradientCheck(GraphNetwork network, Inputs inputs, INDArray labels) {
    CpuBackend.useOneThread();
    ComputationGraph single = new ComputationGraph(network.configuration(3, layer -> new Sgd(1)));
    single.init();
    this.graph = single.convertDataType(DataType.DOUBLE);
    this.inputs =
        new Inputs(
            inputs.features().castTo(DataType.DOUBLE),
            inputs.mask().map(mask -> mask.castTo(DataType.DOUBLE)));
    this.labels = labels.castTo(DataType.DOUBLE);
  }

  ComputationGraph graph() {
    return graph;
  }

  /** The gradient of the mean loss, flat. */
  INDArray gradient() {
    loss();
    return graph.gradient().gradient().dup().reshape(graph.numParams()).divi(inputs.rows());
  }

  private double loss() {
    graph.setInput(0, inputs.features());
    graph.setLabels(labels);
    inputs
        .mask()
        .ifPresent(mask -> graph.setLayerMaskArrays(new INDArray[] {mask}, new INDArray[1]));
    graph.computeGradientAndScore();
    graph.clearLayerMaskArrays();
    return graph.score();
  }

  /** Of up to some 30 weights spread over all. */
  void holds() {
    INDArray gradient = gradient();
    INDArray weights = graph.params();
    for (long i = 0; i < weights.length(); i += 1 + weights.length() / 30) {
      double weight = weights.getDouble(i);
      weights.putScalar(i, weight + STEP);
      double above = loss();
      weights.putScalar(i, weight - STEP);
      double below = loss();
      weights.putScalar(i, weight);
      double expected = (above - below) / (2 * STEP);
      assertThat(gradient.getDouble(i))
          .as("weight %d of %s", i, graph.paramTable().keySet())
          .isCloseTo(expected, within(1e-6 + 1e-4 * Math.abs(expected)));
    }
  }
}
