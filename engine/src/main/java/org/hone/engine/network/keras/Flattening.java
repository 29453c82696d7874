package org.hone.engine.network.keras;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.util.MaskLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.preprocessors.KerasFlattenRnnPreprocessor;

/**
 * Images and sequences in a row. Keras puts down the features of one place behind those of the
 * other; here all places of one feature stand behind those of another. So what comes behind has to
 * know where Keras has each.
 */
final class Flattening {
  private Flattening() {}

  static Flow flatten(KerasLayer layer, Flow input, Assembly to) {
    return switch (input.axes()) {
      case 2 -> input;
      case 3 -> sequence(layer, input, to);
      default -> image(layer.name(), input, to);
    };
  }

  private static Flow image(String name, Flow input, Assembly to) {
    InputTypeConvolutional type = (InputTypeConvolutional) input.type();
    CnnToFeedForwardPreProcessor flat =
        new CnnToFeedForwardPreProcessor(type.getHeight(), type.getWidth(), type.getChannels());
    return to.join(name, new PreprocessorVertex(flat), List.of(input))
        .ordered(order(type.getHeight() * type.getWidth(), type.getChannels()));
  }

  /**
   * Padding becomes zeros. Behind it there are no steps any more that a mask could be of, but
   * Deeplearning4j would pass it on; a merge with something that has none ends it, and what was
   * merged is cut off again.
   */
  private static Flow sequence(KerasLayer layer, Flow input, Assembly to) {
    if (input.steps() < 1) {
      throw layer.refused("is over sequences of open length, so its size is not known");
    }
    String name = layer.name();
    Flow masked = to.add(name + "-mask", new MaskLayer(), input);
    KerasFlattenRnnPreprocessor flat =
        new KerasFlattenRnnPreprocessor(input.features(), input.steps());
    Flow all = to.join(name + "-all", new PreprocessorVertex(flat), List.of(masked));
    Flow pooled =
        to.add(name + "-pool", new GlobalPoolingLayer(PoolingType.SUM), masked)
            .typed(InputType.feedForward(input.features()));
    Flow both = to.join(name + "-merge", new MergeVertex(), List.of(all, pooled));
    return to.join(name, new SubsetVertex(0, (int) all.features() - 1), List.of(both))
        .ordered(order(input.steps(), input.features()));
  }

  /** For each place of each feature, where it stands in Keras. */
  private static List<Integer> order(long places, long features) {
    return IntStream.range(0, (int) (places * features))
        .map(i -> (int) (i % places * features + i / places))
        .boxed()
        .toList();
  }
}
