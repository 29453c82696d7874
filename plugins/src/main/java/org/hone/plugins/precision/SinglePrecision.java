package org.hone.plugins.precision;

import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Single precision throughout, as without any technique: for a study that names what it compares
 * narrow formats with.
 *
 * @see <a href="https://arxiv.org/abs/1710.03740">Micikevicius et al., ICLR 2018: the baseline of
 *     its Table 1</a>
 */
public final class SinglePrecision implements Technique {
  @Override
  public String id() {
    return "float32";
  }

  @Override
  public Slot slot() {
    return Slot.PRECISION;
  }

  @Override
  public String summary() {
    return "Trains in single precision, which narrow formats are compared with.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Micikevicius et al.",
        "Mixed Precision Training",
        2018,
        "https://arxiv.org/abs/1710.03740");
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
    return recipe.withUpdate(update -> update.withPrecision(Precision.single()));
  }
}
