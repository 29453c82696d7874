package org.hone.plugins.stopping;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.NoisyRows;

class StoppingEffectsTest implements Effects {
  @Override
  public Stream<Effect> effects() {
    return Stream.of(new Effect(new EarlyStopping(), Map.of("patience", 10), NoisyRows.TABLE, 0.6));
  }
}
