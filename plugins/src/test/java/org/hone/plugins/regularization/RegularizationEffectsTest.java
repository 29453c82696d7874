package org.hone.plugins.regularization;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.NoisyRows;

class RegularizationEffectsTest implements Effects {
  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        new Effect(new Dropout(), Map.of("rate", 0.5), NoisyRows.TABLE, 0.85),
        new Effect(new GaussianDropout(), Map.of("rate", 0.5), NoisyRows.TABLE, 0.85),
        new Effect(new AlphaDropout(), Map.of("rate", 0.3), NoisyRows.TABLE, 0.7),
        new Effect(new GaussianNoise(), Map.of("deviation", 1.0), NoisyRows.TABLE, 0.75),
        new Effect(new DropConnect(), Map.of("rate", 0.5), NoisyRows.TABLE, 0.9),
        new Effect(new SpatialDropout(), Map.of("rate", 0.5), NoisyRows.IMAGES, 0.75),
        new Effect(new WeightDecay(), Map.of("coefficient", 0.1), NoisyRows.FAST, 0.85),
        new Effect(new L2(), Map.of("coefficient", 0.1), NoisyRows.TABLE, 0.7),
        new Effect(new L1(), Map.of("coefficient", 0.01), NoisyRows.TABLE, 0.7),
        new Effect(new Elastic(), Map.of("l1", 0.01, "l2", 0.01), NoisyRows.TABLE, 0.7),
        new Effect(new MaxNorm(), Map.of("max-norm", 0.5), NoisyRows.TABLE, 0.7));
  }
}
