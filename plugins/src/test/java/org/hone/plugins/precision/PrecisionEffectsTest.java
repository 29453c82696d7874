package org.hone.plugins.precision;

import java.util.stream.Stream;
import org.hone.api.recipe.Precision;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.LinearRows;
import org.hone.plugins.Planted;

class PrecisionEffectsTest implements Effects {
  private static final Planted UNSCALED =
      LinearRows.FAINT.against(
          recipe ->
              recipe.withUpdate(
                  update ->
                      update.withPrecision(
                          new Precision(Precision.Format.FLOAT16, Precision.LossScale.none()))));

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        Effect.byDefault(new HalfPrecision(), UNSCALED, 0.5),
        Effect.byDefault(new BrainFloat(), UNSCALED, 0.5));
  }
}
