package org.hone.plugins.regularization;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Stepless;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Spatial dropout: silences whole channels of a convolution, since neighbouring pixels of one
 * channel say the same.
 *
 * <p>It acts behind any normalization of the convolution, whose statistics would else be those of
 * training only.
 *
 * <pre>{@code y[c, :, :] = x[c, :, :] * m[c] / (1 - p),  m[c] ~ Bernoulli(1 - p)}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al., CVPR 2015, section 3.2</a>
 */
public final class SpatialDropout implements Technique {
  @Override
  public String id() {
    return "spatial-dropout";
  }

  @Override
  public Slot slot() {
    return Slot.DROPOUT;
  }

  @Override
  public String summary() {
    return "Silences whole channels of images at random while training.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Tompson et al.",
        "Efficient Object Localization Using Convolutional Networks",
        2015,
        "https://arxiv.org/abs/1411.4280");
  }

  @Override
  public boolean appliesTo(Task task) {
    return NoiseLayers.fit(task, Stepless::isConvolution, silence(0.5));
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0, 0.8), 0.2));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double retain = 1 - values.number("rate");
    return recipe.withNetwork(
        network -> NoiseLayers.behind(network, Stepless::isConvolution, silence(retain)));
  }

  private static IDropout silence(double retain) {
    return new org.deeplearning4j.nn.conf.dropout.SpatialDropout(retain);
  }
}
