package org.hone.plugins.gradient;

import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.hone.plugins.DeepNetwork;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.HeavyTails;
import org.hone.plugins.LinearRows;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

class GradientEffectsTest implements Effects {
  /** Weights that make what goes through larger from layer to layer, and the gradient too. */
  private static final Planted EXPLODING =
      DeepNetwork.planted(
          DeepNetwork.of(10, Activation.RELU, 2.5 * DeepNetwork.keeping()), new Sgd(0.1), 20);

  /** All weights of a layer the same: without noise they stay so. */
  private static final Planted SYMMETRIC =
      DeepNetwork.planted(
          DeepNetwork.of(2, Activation.TANH, new WeightInitConstant(0)), new Sgd(0.1), 20);

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        new Effect(new ClipByValue(), Map.of("limit", 0.1), HeavyTails.ROWS, 0.5),
        new Effect(new ClipByLayerNorm(), Map.of("max-norm", 0.5), HeavyTails.ROWS, 0.5),
        new Effect(new ClipByGlobalNorm(), Map.of("max-norm", 0.5), HeavyTails.ROWS, 0.5),
        new Effect(new PercentileClipping(), Map.of("percentile", 25), HeavyTails.ROWS, 0.5),
        new Effect(new ClipByValue(), Map.of("limit", 0.1), EXPLODING, 0.5),
        new Effect(new ClipByLayerNorm(), Map.of("max-norm", 0.5), EXPLODING, 0.5),
        new Effect(new ClipByGlobalNorm(), Map.of("max-norm", 0.5), EXPLODING, 0.5),
        new Effect(new AdaptiveClipping(), Map.of("share", 0.05), EXPLODING, 0.5),
        Effect.byDefault(new Centralization(), LinearRows.OFF_CENTRE, 0.5),
        new Effect(new GradientNoise(), Map.of("variance", 0.3), SYMMETRIC, 0.5));
  }
}
