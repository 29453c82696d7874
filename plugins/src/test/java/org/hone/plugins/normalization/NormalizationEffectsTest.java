package org.hone.plugins.normalization;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hone.api.recipe.Architecture;
import org.hone.plugins.DeepNetwork;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Glyphs;
import org.hone.plugins.Glyphs.View;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

class NormalizationEffectsTest implements Effects {
  /** What goes through becomes smaller by two thirds in each layer. */
  private static final Planted VANISHING =
      DeepNetwork.planted(
          DeepNetwork.of(4, Activation.RELU, DeepNetwork.keeping() / 8), new Sgd(0.1), 10);

  /** The light tells the letters apart, until it does not. */
  private static final Planted LIT =
      Glyphs.misledBy(
          View.lit(0.4), View.lit(1.6), new Architecture.Cnn(List.of(8), 16, Activation.RELU));

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        Effect.byDefault(new BatchNormalization(), VANISHING, 0.6),
        new Effect(new GhostBatchNormalization(), Map.of("size", 8), VANISHING, 0.6),
        Effect.byDefault(new LayerNormalization(), VANISHING, 0.6),
        new Effect(new GroupNormalization(), Map.of("groups", 2), VANISHING, 0.6),
        Effect.byDefault(new RmsNormalization(), VANISHING, 0.6),
        Effect.byDefault(new InstanceNormalization(), LIT, 0.6));
  }
}
