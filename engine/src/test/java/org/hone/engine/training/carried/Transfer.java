package org.hone.engine.training.carried;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.WeightSource;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Starts from the weights that came with the network: the first layers frozen, the others slow, the
 * output anew. Frozen with a backward pass: the plain frozen layer ends it, and pooling between two
 * of them then has no gradient to pass on, which Deeplearning4j refuses.
 */
final class Transfer implements Technique {
  @Override
  public String id() {
    return "transfer";
  }

  @Override
  public Slot slot() {
    return Slot.TRANSFER;
  }

  @Override
  public String summary() {
    return "Starts from weights that were learnt on another task.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Yosinski et al.",
        "How transferable are features in deep neural networks?",
        2014,
        "https://arxiv.org/abs/1411.1792");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.PRETRAINED);
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.network().pretrained().isPresent();
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("frozen", IntDistribution.of(0, 2), 1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    int frozen = values.integer("frozen");
    WeightSource source = recipe.network().pretrained().orElseThrow();
    Map<String, Double> rates = new HashMap<>();
    recipe.network().sites().stream()
        .filter(site -> site.isHidden() && site.depth() >= frozen)
        .forEach(site -> rates.put(site.name(), 0.1));
    return recipe
        .withNetwork(
            network ->
                network
                    .weightsFrom((layer, key) -> hidden(source, layer, key))
                    .mapLayers(
                        site -> site.isHidden() && site.depth() < frozen,
                        FrozenLayerWithBackprop::new))
        .withUpdate(update -> update.withRateByLayer(rates));
  }

  private static Optional<INDArray> hidden(WeightSource source, String layer, String key) {
    return layer.equals("output") ? Optional.empty() : source.weights(layer, key);
  }
}
