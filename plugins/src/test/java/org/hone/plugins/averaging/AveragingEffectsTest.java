package org.hone.plugins.averaging;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.LinearRows;
import org.hone.plugins.NoisyRows;

class AveragingEffectsTest implements Effects {
  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        new Effect(new Ema(), Map.of("decay", 0.99), LinearRows.NOISY, 0.6),
        new Effect(new Swa(), Map.of("start", 0.5), LinearRows.NOISY, 0.6),
        new Effect(new SnapshotEnsemble(), Map.of("snapshots", 5), LinearRows.NOISY, 0.6),
        new Effect(new SnapshotEnsemble(), Map.of("snapshots", 5), NoisyRows.TABLE, 0.75));
  }
}
