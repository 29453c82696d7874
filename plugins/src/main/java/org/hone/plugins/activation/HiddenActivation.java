package org.hone.plugins.activation;

import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** What hidden units make of their sum; the output keeps its own. */
abstract class HiddenActivation implements Technique {
  @Override
  public final Slot slot() {
    return Slot.ACTIVATION;
  }

  /**
   * A hidden dense layer or convolution, unless it is linear, as those are whose activation follows
   * in a layer of its own; then it is that one.
   */
  static boolean isMeant(Site site) {
    if (site.layer() instanceof ActivationLayer apart) {
      return !(apart.getActivationFn() instanceof ActivationSoftmax);
    }
    boolean plain = site.kind() == Site.Kind.DENSE || site.kind() == Site.Kind.CONVOLUTION;
    return plain
        && site.layer() instanceof BaseLayer linear
        && !(linear.getActivationFn() instanceof ActivationIdentity);
  }

  @Override
  public final boolean appliesTo(Task task) {
    return task.network().sites().stream().anyMatch(HiddenActivation::isMeant);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of();
  }

  /** The function. */
  abstract IActivation function(ParameterValues values);

  /** The network with such a function, each a new one, in every hidden layer meant. */
  static Network with(Network network, Supplier<IActivation> function) {
    return network.mapLayers(
        HiddenActivation::isMeant,
        layer -> {
          if (layer instanceof ActivationLayer apart) {
            apart.setActivationFn(function.get());
          } else if (layer instanceof BaseLayer whole) {
            whole.setActivationFn(function.get());
          }
          return layer;
        });
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withNetwork(network -> with(network, () -> function(values)));
  }
}
