package org.hone.plugins.stopping;

import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.StoppingRule;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Trains for the whole budget, whatever the validation loss does, and keeps the last weights.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-35289-8_5">Prechelt, Early Stopping - But When?,
 *     1998: what early stopping is compared with</a>
 */
public final class FixedBudget implements Technique {
  @Override
  public String id() {
    return "fixed";
  }

  @Override
  public Slot slot() {
    return Slot.STOPPING;
  }

  @Override
  public String summary() {
    return "Trains to the end of the budget and keeps the last weights.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Prechelt",
        "Early Stopping - But When?",
        1998,
        "https://doi.org/10.1007/978-3-642-35289-8_5");
  }

  @Override
  public boolean isOnRequest() {
    return true;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.empty();
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withStopping(new Never());
  }

  private record Never() implements StoppingRule {
    @Override
    public boolean shouldStop(Progress now) {
      return false;
    }

    @Override
    public boolean restoresBest() {
      return false;
    }
  }
}
