package org.hone.engine.network.keras;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers that Deeplearning4j has for rows of features only, over sequences: each step is a row.
 * Left to themselves, its batch norm takes rows for features, and its dropout fails on padding.
 */
final class Stepwise {
  private Stepwise() {}

  static Flow add(String name, Layer layer, Flow input, Assembly to) {
    return add(name, layer, Map.of(), input, to);
  }

  static Flow add(String name, Layer layer, Map<String, INDArray> arrays, Flow input, Assembly to) {
    Flow apart =
        to.join(
            name + "-apart",
            new PreprocessorVertex(new RnnToFeedForwardPreProcessor()),
            List.of(input));
    Flow each = to.add(name, layer, arrays, rowByRow(name, apart, to));
    return to.join(
            name + "-steps",
            new PreprocessorVertex(new FeedForwardToRnnPreProcessor()),
            List.of(each))
        .typed(input.type());
  }

  /**
   * Features that do not come out of a dense layer may lie in memory column by column, which
   * Deeplearning4j's batch norm misreads; a reshaping lays them down row by row.
   */
  static Flow rowByRow(String name, Flow input, Assembly to) {
    return to.isDense(input.node())
        ? input
        : to.join(name + "-rows", new ReshapeVertex(-1, (int) input.features()), List.of(input));
  }
}
