package org.hone.plugins.initialization;

import java.util.stream.Stream;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.hone.plugins.DeepNetwork;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

class InitializationEffectsTest implements Effects {
  /** He's figure 3: rectifiers halve the variance of each layer, which Xavier does not know of. */
  private static final Planted RECTIFIERS =
      DeepNetwork.planted(
          DeepNetwork.of(24, Activation.RELU, new WeightInitXavier()), new Sgd(0.05), 20);

  /** What was usual before Glorot: a variance of a third of what keeps that of the layer before. */
  private static final Planted SHRINKING =
      DeepNetwork.planted(
          DeepNetwork.of(10, Activation.TANH, DeepNetwork.keeping() / Math.sqrt(3)),
          new Sgd(0.1),
          20);

  /** Sums so large that hyperbolic tangents are flat. */
  private static final Planted SATURATED =
      DeepNetwork.planted(
          DeepNetwork.of(6, Activation.TANH, 5 * DeepNetwork.keeping()), new Sgd(0.1), 20);

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        Effect.byDefault(new He(), RECTIFIERS, 0.6),
        Effect.byDefault(new Xavier(), SHRINKING, 0.6),
        Effect.byDefault(new Orthogonal(), SHRINKING, 0.6),
        Effect.byDefault(new LeCun(), SATURATED, 0.6));
  }
}
