package org.hone.plugins.precision;

import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Mixed precision in binary16: passes compute with halves, the optimizer updates weights in single
 * precision, and the loss is scaled so that small gradients do not vanish. The scale is found while
 * training: halved at an overflow, whose step is skipped, and doubled after {@code growth-interval}
 * steps without one.
 *
 * @see <a href="https://arxiv.org/abs/1710.03740">Micikevicius et al., ICLR 2018, section 3</a>
 */
public final class HalfPrecision implements Technique {
  private static final double INITIAL_SCALE = 1 << 16;

  @Override
  public String id() {
    return "float16";
  }

  @Override
  public Slot slot() {
    return Slot.PRECISION;
  }

  @Override
  public String summary() {
    return "Trains in half precision with a scaled loss: shows whether the recipe survives it.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Micikevicius et al.",
        "Mixed Precision Training",
        2018,
        "https://arxiv.org/abs/1710.03740");
  }

  /** It makes no model better. */
  @Override
  public boolean isOnRequest() {
    return true;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("growth-interval", IntDistribution.log(20, 20_000), 2_000));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    Precision.LossScale scale =
        new Precision.LossScale(INITIAL_SCALE, values.integer("growth-interval"));
    Precision half = new Precision(Precision.Format.FLOAT16, scale);
    return recipe.withUpdate(update -> update.withPrecision(half));
  }
}
