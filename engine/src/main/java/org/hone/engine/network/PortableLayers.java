package org.hone.engine.network;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.jspecify.annotations.Nullable;

/**
 * Layers as a model is saved with them: without what acts in training only and is not of
 * Deeplearning4j.
 */
final class PortableLayers {
  private PortableLayers() {}

  /** The layer itself, changed. */
  static Layer of(Layer layer) {
    if (isForeign(layer.getIDropout())) {
      layer.setIDropout(null);
    }
    if (layer instanceof BaseLayer base && isForeign(base.getWeightNoise())) {
      base.setWeightNoise(null);
    }
    if (layer instanceof BaseLayer base && isForeign(base.getWeightInitFn())) {
      base.setWeightInitFn(new WeightInitXavier());
    }
    return layer;
  }

  private static boolean isForeign(@Nullable Object part) {
    return part != null && !part.getClass().getName().startsWith("org.deeplearning4j.");
  }
}
