package org.hone.plugins.gradient;

import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Units;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Gradient centralization: the gradient of the weights that lead into a unit gets a mean of zero.
 *
 * <pre>{@code g_i = g_i - mean(g_i)}</pre>
 *
 * @see <a href="https://arxiv.org/abs/2004.01461">Yong et al., ECCV 2020, equation 1</a>
 */
public final class Centralization implements Technique {
  @Override
  public String id() {
    return "centralization";
  }

  @Override
  public Slot slot() {
    return Slot.GRADIENT;
  }

  @Override
  public String summary() {
    return "Takes the mean off the gradient of each unit.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Yong et al.",
        "Gradient Centralization: A New Optimization Technique for Deep Neural Networks",
        2020,
        "https://arxiv.org/abs/2004.01461");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.empty();
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withUpdate(
        update ->
            update.withStage(
                GradientStage.after(
                    GradientStage.Position.CENTRALIZATION,
                    run -> run.views().forEach(view -> Units.centralize(view.gradient())))));
  }
}
