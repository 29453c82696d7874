package org.hone.plugins.loss;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Imbalance;
import org.hone.plugins.NoisyRows;

class LossEffectsTest implements Effects {
  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        new Effect(new ClassWeights(), Map.of("power", 1.0), Imbalance.ROWS, 0.7),
        new Effect(new Focal(), Map.of("gamma", 2.0), NoisyRows.TABLE, 0.75),
        new Effect(new LabelSmoothing(), Map.of("epsilon", 0.3), NoisyRows.TABLE, 0.7),
        new Effect(new ConfidencePenalty(), Map.of("strength", 1.0), NoisyRows.TABLE, 0.7));
  }
}
