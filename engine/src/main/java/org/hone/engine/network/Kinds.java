package org.hone.engine.network;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.hone.api.layer.Normalization;
import org.hone.api.recipe.Site;

/** Which kind of layer a Deeplearning4j layer is to a technique. */
final class Kinds {
  private Kinds() {}

  /** The layer that others such as a frozen one are wrapped around, or itself. */
  static Layer unwrapped(Layer layer) {
    if (layer instanceof FrozenLayer frozen) {
      return unwrapped(frozen.getLayer());
    }
    return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
  }

  static Site.Kind of(Layer wrapped) {
    Layer layer = unwrapped(wrapped);
    if (layer instanceof BaseOutputLayer) {
      return Site.Kind.OUTPUT;
    }
    if (layer instanceof BaseRecurrentLayer) {
      return Site.Kind.RECURRENT;
    }
    if (layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer) {
      return Site.Kind.EMBEDDING;
    }
    if (layer instanceof ConvolutionLayer) {
      return Site.Kind.CONVOLUTION;
    }
    if (layer instanceof DenseLayer) {
      return Site.Kind.DENSE;
    }
    if (layer instanceof SubsamplingLayer || layer instanceof GlobalPoolingLayer) {
      return Site.Kind.POOLING;
    }
    boolean norm =
        layer instanceof BatchNormalization
            || layer instanceof LocalResponseNormalization
            || layer instanceof Normalization;
    return norm ? Site.Kind.NORMALIZATION : Site.Kind.OTHER;
  }
}
