package org.hone.engine.network.keras;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/** How a layer of Keras becomes nodes of Deeplearning4j's. */
interface Translation {
  /** All kinds of layers that are read, by Keras' names. */
  Map<String, Translation> ALL = all();

  /**
   * Puts the layer behind its inputs.
   *
   * @throws IllegalArgumentException if it is set in a way that is not read
   */
  Flow translate(KerasLayer layer, List<Flow> inputs, Assembly to);

  /** A layer of one input. */
  interface Single {
    /** Puts the layer behind its input. */
    Flow translate(KerasLayer layer, Flow input, Assembly to);
  }

  /**
   * How this layer is translated.
   *
   * @throws IllegalArgumentException if none of its kind is
   */
  static Translation of(KerasLayer layer) {
    Translation found = ALL.get(layer.kind());
    if (found == null) {
      throw layer.refused(
          "is of a kind that is not read; read are " + String.join(", ", ALL.keySet()));
    }
    return found;
  }

  private static Translation one(Single single) {
    return (layer, inputs, to) -> {
      if (inputs.size() != 1) {
        throw layer.refused("has %d inputs, but 1 is needed".formatted(inputs.size()));
      }
      return single.translate(layer, inputs.get(0), to);
    };
  }

  private static Map<String, Translation> all() {
    Map<String, Translation> all = new TreeMap<>();
    for (Map<String, Single> some :
        List.of(
            ofFeatures(),
            overSteps(),
            overImages(),
            Activations.translations(),
            Dropouts.translations())) {
      some.forEach((kind, translation) -> all.put(kind, one(translation)));
    }
    all.put("Add", Merging.of(Op.Add));
    all.put("Subtract", Merging.of(Op.Subtract));
    all.put("Multiply", Merging.of(Op.Product));
    all.put("Average", Merging.of(Op.Average));
    all.put("Maximum", Merging.of(Op.Max));
    all.put("Concatenate", Merging::concatenate);
    return all;
  }

  private static Map<String, Single> ofFeatures() {
    return Map.of(
        "Dense", DenseLayers::dense,
        "TimeDistributed", DenseLayers::timeDistributed,
        "Embedding", DenseLayers::embedding,
        "BatchNormalization", DenseLayers::batchNorm,
        "Flatten", Flattening::flatten);
  }

  private static Map<String, Single> overSteps() {
    return Map.of(
        "Masking",
        (layer, input, to) -> input,
        "Conv1D",
        Convolutions::steps,
        "MaxPooling1D",
        Pooling.steps(PoolingType.MAX),
        "AveragePooling1D",
        Pooling.steps(PoolingType.AVG),
        "GlobalMaxPooling1D",
        Pooling.global(PoolingType.MAX, 3),
        "GlobalAveragePooling1D",
        Pooling.global(PoolingType.AVG, 3),
        "LSTM",
        Recurrent::oneWay,
        "SimpleRNN",
        Recurrent::oneWay,
        "Bidirectional",
        Recurrent::bothWays);
  }

  private static Map<String, Single> overImages() {
    return Map.of(
        "Conv2D", Convolutions::places,
        "DepthwiseConv2D", Convolutions::depthwise,
        "SeparableConv2D", Convolutions::separable,
        "MaxPooling2D", Pooling.places(PoolingType.MAX),
        "AveragePooling2D", Pooling.places(PoolingType.AVG),
        "GlobalMaxPooling2D", Pooling.global(PoolingType.MAX, 4),
        "GlobalAveragePooling2D", Pooling.global(PoolingType.AVG, 4),
        "ZeroPadding2D", Pooling::zeroPadding,
        "Cropping2D", Pooling::cropping,
        "UpSampling2D", Pooling::upsampling);
  }
}
