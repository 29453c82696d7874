package org.hone.plugins.normalization;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.layer.Normalization;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Citation;
import org.hone.plugins.Stepless;
import org.hone.search.space.ParameterValues;

/**
 * Instance normalization: each channel of a convolution is standardised over the places of each
 * single row, which takes contrast and brightness out of images.
 *
 * <pre>{@code y = gamma * (x - mean) / sqrt(var + eps) + beta,  over the places of a channel}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1607.08022">Ulyanov et al. 2016, equation 2</a>
 */
public final class InstanceNormalization extends HiddenNormalization {
  @Override
  public String id() {
    return "instance-normalization";
  }

  @Override
  public String summary() {
    return "Standardises each channel of each single image, so that contrast no longer matters.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Ulyanov et al.",
        "Instance Normalization: The Missing Ingredient for Fast Stylization",
        2016,
        "https://arxiv.org/abs/1607.08022");
  }

  @Override
  boolean fits(Site site) {
    return Stepless.isConvolution(site);
  }

  @Override
  Layer layer(ParameterValues values) {
    return Normalization.ofChannels();
  }
}
