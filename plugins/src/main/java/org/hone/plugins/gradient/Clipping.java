package org.hone.plugins.gradient;

import java.util.function.Consumer;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.search.space.ParameterValues;

/** Holds gradients within bounds after all else but noise was done to them. */
abstract class Clipping implements Technique {
  @Override
  public final Slot slot() {
    return Slot.CLIPPING;
  }

  /**
   * What shortens the gradient of a run, in place.
   *
   * @param network that is trained
   */
  abstract Consumer<Run> clip(Network network, ParameterValues values);

  @Override
  public final Recipe apply(Recipe recipe, ParameterValues values) {
    Consumer<Run> clip = clip(recipe.network(), values);
    return recipe.withUpdate(
        update -> update.withStage(GradientStage.after(GradientStage.Position.CLIPPING, clip)));
  }
}
