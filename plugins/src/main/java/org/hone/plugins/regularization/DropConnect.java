package org.hone.plugins.regularization;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * DropConnect: weights instead of units are silenced at random.
 *
 * <pre>{@code y = f((m * W) x / (1 - p)),  m ~ Bernoulli(1 - p) for each weight}</pre>
 *
 * The weights are drawn for each batch, not for each of its rows. At inference the mean of the
 * weights is used, not the paper's sampling of pre-activations.
 *
 * @see <a href="https://proceedings.mlr.press/v28/wan13.html">Wan et al., ICML 2013</a>
 */
public final class DropConnect implements Technique {
  @Override
  public String id() {
    return "drop-connect";
  }

  @Override
  public Slot slot() {
    return Slot.DROPOUT;
  }

  @Override
  public String summary() {
    return "Silences single weights at random while training.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Wan et al.",
        "Regularization of Neural Networks Using DropConnect",
        2013,
        "https://proceedings.mlr.press/v28/wan13.html");
  }

  @Override
  public boolean appliesTo(Task task) {
    return DropoutSites.hasHidden(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0, 0.8), 0.5));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double retain = 1 - values.number("rate");
    return recipe.withNetwork(
        network ->
            network.mapLayers(
                site -> DropoutSites.isInner(site) && site.layer() instanceof BaseLayer,
                layer -> {
                  ((BaseLayer) layer)
                      .setWeightNoise(
                          new org.deeplearning4j.nn.conf.weightnoise.DropConnect(retain));
                  return layer;
                }));
  }
}
