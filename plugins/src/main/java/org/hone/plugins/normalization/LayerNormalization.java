package org.hone.plugins.normalization;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.layer.Normalization;
import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;

/**
 * Layer normalization: the inputs to all activations of a layer are standardised over each row,
 * then scaled and shifted by learnt amounts. It knows no batch, so that training and inference do
 * the same.
 *
 * <pre>{@code y = gamma * (x - mean) / sqrt(var + eps) + beta,  over all units of the row}</pre>
 *
 * Names in the paper: gamma = g, beta = b. In a convolution all channels and places of a row are
 * one set, and gamma and beta are those of a channel.
 *
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016, equation 4</a>
 */
public final class LayerNormalization extends HiddenNormalization {
  @Override
  public String id() {
    return "layer-normalization";
  }

  @Override
  public String summary() {
    return "Standardises what enters the activations of a layer over each single row.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Ba et al.", "Layer Normalization", 2016, "https://arxiv.org/abs/1607.06450");
  }

  @Override
  Layer layer(ParameterValues values) {
    return Normalization.ofRows();
  }
}
