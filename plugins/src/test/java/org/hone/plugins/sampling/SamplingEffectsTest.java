package org.hone.plugins.sampling;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Imbalance;

class SamplingEffectsTest implements Effects {
  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        Effect.byDefault(new ClassBalanced(), Imbalance.ROWS, 0.7),
        new Effect(new Oversampling(), Map.of("strength", 1.0), Imbalance.ROWS, 0.7));
  }
}
