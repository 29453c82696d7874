package org.hone.api.recipe;

import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A layer's place in a network: what a technique decides by.
 *
 * @param name of the layer
 * @param layer its configuration; not to be changed here
 * @param depth how many layers with weights lie before it on the longest way
 * @param hiddenLayers how many hidden layers with weights the network has
 */
public record Site(String name, Kind kind, Layer layer, int depth, int hiddenLayers) {

  /** What kind of layer it is. */
  public enum Kind {
    DENSE,
    CONVOLUTION,
    RECURRENT,
    /** A table of learnt vectors, looked up by number. */
    EMBEDDING,
    NORMALIZATION,
    POOLING,
    OUTPUT,
    OTHER;

    /** Whether it transforms by a weight matrix. */
    public boolean hasWeights() {
      return this == DENSE || this == CONVOLUTION || this == RECURRENT || this == OUTPUT;
    }
  }

  /** Whether it has weights and is not the output. */
  public boolean isHidden() {
    return kind.hasWeights() && kind != Kind.OUTPUT;
  }
}
