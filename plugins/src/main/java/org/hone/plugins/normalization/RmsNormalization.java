package org.hone.plugins.normalization;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.layer.Normalization;
import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;

/**
 * RMS normalization: layer normalization that leaves the mean where it is, and is cheaper for it.
 *
 * <pre>{@code y = gamma * x / sqrt(mean(x^2) + eps),  over all units of the row}</pre>
 *
 * Name in the paper: gamma = g. The paper has no eps; it keeps a row of zeros from dividing by
 * zero.
 *
 * @see <a href="https://arxiv.org/abs/1910.07467">Zhang and Sennrich, NeurIPS 2019, equation 4</a>
 */
public final class RmsNormalization extends HiddenNormalization {
  @Override
  public String id() {
    return "rms-normalization";
  }

  @Override
  public String summary() {
    return "Divides what enters the activations of a layer by its root mean square in each row.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zhang and Sennrich",
        "Root Mean Square Layer Normalization",
        2019,
        "https://arxiv.org/abs/1910.07467");
  }

  @Override
  Layer layer(ParameterValues values) {
    return Normalization.ofRootMeanSquare();
  }
}
