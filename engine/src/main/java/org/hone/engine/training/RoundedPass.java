package org.hone.engine.training;

import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Precision.Format;
import org.hone.engine.network.GraphNetwork;
import org.hone.engine.network.Rounding;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A narrow format played where there is none: it shows whether a recipe survives the format, and
 * costs time instead of saving it. Inputs, weights, activations and their gradients are rounded;
 * sums inside of a layer stay in single precision.
 */
final class RoundedPass implements NarrowPass {
  private final GraphNetwork network;
  private final Rounding rounding;
  private final boolean numericInputs;

  RoundedPass(GraphNetwork network, Format format, boolean numericInputs) {
    this.rounding = new Rounding(format);
    this.network = network.rounded(rounding);
    this.numericInputs = numericInputs;
  }

  @Override
  public GraphNetwork network() {
    return network;
  }

  @Override
  public double computeGradient(LiveGraph graph, Batch batch) {
    double mean = graph.withWeights(rounding.round(graph.weights()), () -> pass(graph, batch));
    INDArray gradients = graph.gradients();
    gradients.assign(rounding.round(gradients.muli(batch.size())));
    return mean * batch.size();
  }

  private double pass(LiveGraph graph, Batch batch) {
    return graph.computeGradient(rounded(batch));
  }

  private Batch rounded(Batch batch) {
    return numericInputs ? batch.withFeatures(rounding.round(batch.features())) : batch;
  }
}
