package org.hone.plugins.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.WeightSource;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.training.Task;

/**
 * What all transfers have in common: they start from the weights on offer, each layer at its rate.
 */
final class Transferred {
  static final Set<Need> NEEDS = Set.of(Need.PRETRAINED);

  /** Whatever makes another function of the network than the one that was learnt. */
  static final Set<String> CONFLICTS =
      Set.of("width", "depth", Slot.ACTIVATION.id(), Slot.NORMALIZATION.id(), Slot.SHORTCUT.id());

  private Transferred() {}

  /** Whether there is something to start from. */
  static boolean isPossible(Task task) {
    return task.network().pretrained().isPresent();
  }

  /** How many hidden layers lie behind each other. */
  static int layers(Task task) {
    return task.network().sites().stream()
        .filter(Site::isHidden)
        .mapToInt(site -> site.depth() + 1)
        .max()
        .orElse(0);
  }

  /**
   * The recipe from the weights on offer.
   *
   * @param rate factor of the learning rate of each layer; 0 freezes it
   */
  static Recipe start(Recipe recipe, ToDoubleFunction<Site> rate) {
    WeightSource source =
        recipe
            .network()
            .pretrained()
            .orElseThrow(() -> new IllegalArgumentException("no pretrained weights are on offer"));
    Map<String, Double> rates = new HashMap<>(recipe.update().rateByLayer());
    recipe.network().sites().forEach(site -> rates.put(site.name(), rate.applyAsDouble(site)));
    return recipe
        .withNetwork(network -> network.weightsFrom(source))
        .withUpdate(update -> update.withRateByLayer(rates));
  }

  /**
   * How many layers with weights come before the one that this belongs to: a normalization goes
   * with the layer before it, an embedding with the first.
   */
  static int position(Site site) {
    return site.kind().hasWeights() ? site.depth() : Math.max(0, site.depth() - 1);
  }
}
