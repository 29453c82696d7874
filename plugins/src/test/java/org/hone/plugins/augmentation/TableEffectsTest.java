package org.hone.plugins.augmentation;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Planted;

class TableEffectsTest implements Effects {
  private static final Planted AGAINST =
      MovedRows.by((number, side, random) -> number - 0.2 * side);
  private static final Planted NOISE =
      MovedRows.by((number, side, random) -> number + 0.5 * random.nextGaussian());

  /** A fifth of the cells are those of rows of any class. */
  private static final Planted CELLS =
      MovedRows.by(
          (number, side, random) ->
              random.nextInt(5) == 0 && random.nextBoolean() ? -number : number);

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        new Effect(new Adversarial(), Map.of("epsilon", 0.2), AGAINST, 0.6),
        new Effect(new InputNoise(), Map.of("deviation", 0.5), NOISE, 0.75),
        new Effect(new SwapNoise(), Map.of("probability", 0.2), CELLS, 0.6));
  }
}
