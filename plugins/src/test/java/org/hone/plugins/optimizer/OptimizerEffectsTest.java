package org.hone.plugins.optimizer;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.api.technique.Technique;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.LinearRows;
import org.hone.plugins.NoisyRows;

class OptimizerEffectsTest implements Effects {
  private static Effect narrow(Technique optimizer, double rate) {
    return new Effect(optimizer, Map.of("learning-rate", rate), LinearRows.NARROW, 0.7);
  }

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        narrow(new Momentum(), 0.3),
        narrow(new Nesterov(), 0.3),
        narrow(new AdaGrad(), 0.1),
        narrow(new RmsProp(), 0.01),
        narrow(new AdaDelta(), 1),
        narrow(new Adam(), 0.01),
        narrow(new AdamW(), 0.01),
        narrow(new AmsGrad(), 0.01),
        narrow(new Nadam(), 0.01),
        narrow(new AdaMax(), 0.03),
        narrow(new AdaBelief(), 0.01),
        narrow(new Lion(), 0.003),
        new Effect(new AdamW(), Map.of("learning-rate", 0.03, "decay", 0.1), NoisyRows.FAST, 0.85),
        Effect.byDefault(new Lookahead(), LinearRows.NOISY, 0.7),
        new Effect(new Sam(), Map.of("rho", 0.5), NoisyRows.MORE, 0.85));
  }
}
