package org.hone.plugins.transfer;

import java.util.Set;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Freezing: starts from pretrained weights, keeps the first layers as they are, and trains the
 * others. The first layers of a network are those that serve other tasks best.
 *
 * <p>Name: {@code layers}, how many of the hidden ones stay, n in the paper ("AnB"). A
 * normalization stays with the layer before it, with its statistics; an embedding with the first.
 * What the weights on offer do not cover, such as a new output, starts anew.
 *
 * @see <a href="https://arxiv.org/abs/1411.1792">Yosinski et al., NeurIPS 2014, section 2</a>
 */
public final class Freeze implements Technique {
  @Override
  public String id() {
    return "freeze";
  }

  @Override
  public Slot slot() {
    return Slot.TRANSFER;
  }

  @Override
  public String summary() {
    return "Starts from pretrained weights, keeps the first layers as they are, and trains the"
        + " others.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Yosinski et al.",
        "How Transferable Are Features in Deep Neural Networks?",
        2014,
        "https://arxiv.org/abs/1411.1792");
  }

  @Override
  public Set<Need> needs() {
    return Transferred.NEEDS;
  }

  @Override
  public boolean appliesTo(Task task) {
    return Transferred.isPossible(task) && Transferred.layers(task) > 1;
  }

  @Override
  public Set<String> conflictsWith() {
    return Transferred.CONFLICTS;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of(
            "layers",
            IntDistribution.of(1, Transferred.layers(task) - 1),
            Transferred.layers(task) / 2));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    int layers = values.integer("layers");
    return Transferred.start(recipe, site -> Transferred.position(site) < layers ? 0 : 1);
  }
}
