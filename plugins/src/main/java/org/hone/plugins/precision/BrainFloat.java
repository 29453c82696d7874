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
 * Mixed precision in bfloat16: passes compute with the upper half of single-precision numbers,
 * which have their range, so that the loss needs no scale; the optimizer updates weights in single
 * precision.
 *
 * @see <a href="https://arxiv.org/abs/1905.12322">Kalamkar et al., 2019, section 3</a>
 */
public final class BrainFloat implements Technique {
  @Override
  public String id() {
    return "bfloat16";
  }

  @Override
  public Slot slot() {
    return Slot.PRECISION;
  }

  @Override
  public String summary() {
    return "Trains in bfloat16: shows whether the recipe survives its three significant digits.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Kalamkar et al.",
        "A Study of BFLOAT16 for Deep Learning Training",
        2019,
        "https://arxiv.org/abs/1905.12322");
  }

  /** It makes no model better. */
  @Override
  public boolean isOnRequest() {
    return true;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of();
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    Precision brain = new Precision(Precision.Format.BFLOAT16, Precision.LossScale.none());
    return recipe.withUpdate(update -> update.withPrecision(brain));
  }
}
