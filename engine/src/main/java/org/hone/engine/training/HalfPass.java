package org.hone.engine.training;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Batch;
import org.hone.engine.network.GraphNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * IEEE 754 binary16 as the device has it: a second graph of the same layers computes with it, at
 * the weights of the first, which gets the gradient.
 */
final class HalfPass implements NarrowPass {
  private final GraphNetwork network;
  private final boolean numericInputs;
  private final GraphPass pass = new GraphPass();
  private final ComputationGraph half;

  HalfPass(GraphNetwork network, boolean numericInputs) {
    this.network = network;
    this.numericInputs = numericInputs;
    half = new ComputationGraph(network.halfConfiguration(pass::rowWeights, pass::lossSum));
    half.init();
    half.initGradientsView();
    pass.open(half);
  }

  @Override
  public GraphNetwork network() {
    return network;
  }

  @Override
  public double computeGradient(LiveGraph graph, Batch batch) {
    double mean = graph.computeGradient(batch, this::run);
    graph.gradients().muli(batch.size());
    return mean * batch.size();
  }

  /** A pass of a graph whose weights and counters hold, and which gets the gradient. */
  private double run(ComputationGraph graph, Batch batch) {
    ComputationGraphConfiguration now = graph.getConfiguration();
    half.getConfiguration().setIterationCount(now.getIterationCount());
    half.getConfiguration().setEpochCount(now.getEpochCount());
    half.params().assign(narrow(graph.params()));
    double loss = pass.run(numericInputs ? batch.withFeatures(narrow(batch.features())) : batch);
    graph.getFlattenedGradients().assign(pass.gradients().castTo(DataType.FLOAT));
    return loss;
  }

  private static INDArray narrow(INDArray array) {
    return array.castTo(DataType.FLOAT16);
  }
}
