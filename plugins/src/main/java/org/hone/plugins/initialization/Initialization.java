package org.hone.plugins.initialization;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * From what the first weights of hidden layers are drawn. A network that Hone generates begins with
 * {@code he}, and with {@code xavier} at its output, which stays.
 */
abstract class Initialization implements Technique {
  @Override
  public final Slot slot() {
    return Slot.INITIALIZATION;
  }

  /** A hidden dense layer or convolution. */
  static boolean isMeant(Site site) {
    boolean plain = site.kind() == Site.Kind.DENSE || site.kind() == Site.Kind.CONVOLUTION;
    return plain && site.layer() instanceof BaseLayer;
  }

  @Override
  public final boolean appliesTo(Task task) {
    return task.network().sites().stream().anyMatch(Initialization::isMeant);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of();
  }

  /** How weights are drawn. */
  abstract IWeightInit weights(ParameterValues values);

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withNetwork(
        network ->
            network.mapLayers(
                Initialization::isMeant,
                layer -> {
                  ((BaseLayer) layer).setWeightInitFn(weights(values));
                  return layer;
                }));
  }
}
