package org.hone.plugins.regularization;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.hone.api.recipe.Network;
import org.nd4j.linalg.learning.regularization.Regularization;

/** Puts a price on large weights; biases and normalization are left alone. */
public final class WeightPenalty {
  private WeightPenalty() {}

  /** The network with these penalties on all weights, in place of any it had. */
  public static Network add(Network network, Regularization... penalties) {
    return network.mapLayers(
        site -> site.kind().hasWeights() && site.layer() instanceof BaseLayer,
        layer -> {
          ((BaseLayer) layer).setRegularization(List.of(penalties));
          return layer;
        });
  }
}
