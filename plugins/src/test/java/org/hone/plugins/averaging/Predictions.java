package org.hone.plugins.averaging;

import org.hone.api.training.TrainingResult;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What weights predict for the validation rows. */
final class Predictions {
  private Predictions() {}

  static INDArray of(INDArray weights) {
    var graph = Trial.graph(Trial.CLASSES.network());
    graph.setParams(weights);
    return graph.outputSingle(Trial.CLASSES.validation().features());
  }

  static INDArray of(TrainingResult result) {
    return result.model().orElseThrow().predict(Trial.CLASSES.validation().features());
  }
}
