package org.hone.engine.network.keras;

import org.deeplearning4j.nn.weights.WeightInit;

/** How weights are drawn where none are taken over: as Keras draws them, if Deeplearning4j can. */
final class NewWeights {
  private NewWeights() {}

  static WeightInit of(KerasLayer layer, String key) {
    return switch (layer.config().path(key).path("class_name").asText()) {
      case "GlorotNormal" -> WeightInit.XAVIER;
      case "HeNormal" -> WeightInit.RELU;
      case "HeUniform" -> WeightInit.RELU_UNIFORM;
      case "LecunNormal" -> WeightInit.LECUN_NORMAL;
      case "LecunUniform" -> WeightInit.LECUN_UNIFORM;
      default -> WeightInit.XAVIER_UNIFORM; // Keras' own for nearly all layers
    };
  }
}
