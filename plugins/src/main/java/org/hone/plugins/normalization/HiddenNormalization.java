package org.hone.plugins.normalization;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Stepless;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * A layer beside each hidden one that keeps its outputs at one scale: before the activation, as
 * published, or after it.
 */
abstract class HiddenNormalization implements Technique {
  private static final String PLACE = "place";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  @Override
  public final Slot slot() {
    return Slot.NORMALIZATION;
  }

  /** Whether such a layer can stand there. */
  boolean fits(Site site) {
    return Stepless.isHidden(site);
  }

  /** Its strengths beside the place. */
  SearchSpace strengths() {
    return SearchSpace.of();
  }

  /** The layer to be inserted. */
  abstract Layer layer(ParameterValues values);

  /** Who wrote normalizations into a network has chosen. */
  @Override
  public final boolean appliesTo(Task task) {
    List<Site> sites = task.network().sites();
    return sites.stream().anyMatch(this::fits)
        && sites.stream().noneMatch(site -> site.kind() == Site.Kind.NORMALIZATION);
  }

  @Override
  public final SearchSpace parameters(Task task) {
    return strengths()
        .plus(
            SearchSpace.of(Parameter.of(PLACE, CategoricalDistribution.of(BEFORE, AFTER), BEFORE)));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    Network.Side side =
        values.category(PLACE).equals(AFTER) ? Network.Side.AFTER : Network.Side.BEFORE_ACTIVATION;
    return recipe.withNetwork(network -> network.insert(this::fits, side, site -> layer(values)));
  }
}
