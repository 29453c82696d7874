package org.hone.plugins.shortcut;

import java.util.stream.Stream;
import org.hone.plugins.DeepNetwork;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.NoisyRows;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

class ShortcutEffectsTest implements Effects {
  private static final Planted DEEP =
      DeepNetwork.planted(DeepNetwork.of(12, Activation.SIGMOID), new Adam(0.01), 10);

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        Effect.byDefault(new SkipConnections(), DEEP, 0.6),
        Effect.byDefault(new ShakeShake(), DEEP, 0.6),
        Effect.byDefault(new ShakeDrop(), DEEP, 0.6),
        Effect.byDefault(new ShakeShake(), NoisyRows.BLOCKS, 0.85),
        Effect.byDefault(new ShakeDrop(), NoisyRows.BLOCKS, 0.8));
  }
}
