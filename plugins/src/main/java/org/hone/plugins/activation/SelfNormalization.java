package org.hone.plugins.activation;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.nd4j.linalg.activations.impl.ActivationSELU;

/**
 * What keeps mean and variance of activations from layer to layer: scaled exponential linear units
 * behind weights drawn as LeCun et al. propose.
 *
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al., NeurIPS 2017</a>
 */
public final class SelfNormalization {
  private SelfNormalization() {}

  /** The network with such units in all hidden dense layers and convolutions. */
  public static Network of(Network network) {
    return HiddenActivation.with(network, ActivationSELU::new)
        .mapLayers(
            SelfNormalization::isWeighted,
            layer -> {
              ((BaseLayer) layer).setWeightInitFn(WeightInit.LECUN_NORMAL.getWeightInitFunction());
              return layer;
            });
  }

  /**
   * Whether a network is all dense layers and convolutions, without normalizations that would undo
   * what the units do.
   */
  public static boolean isPossible(Network network) {
    return network.sites().stream()
        .allMatch(
            site ->
                site.kind() != Site.Kind.NORMALIZATION && (!site.isHidden() || isWeighted(site)));
  }

  private static boolean isWeighted(Site site) {
    boolean plain = site.kind() == Site.Kind.DENSE || site.kind() == Site.Kind.CONVOLUTION;
    return plain && site.layer() instanceof BaseLayer;
  }
}
