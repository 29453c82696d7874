package org.hone.plugins.activation;

import java.util.stream.Stream;
import org.hone.plugins.DeepNetwork;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

class ActivationEffectsTest implements Effects {
  /** The slope of a sigmoid is a quarter at most: of the gradient little comes through six. */
  private static final Planted SIGMOIDS =
      DeepNetwork.planted(DeepNetwork.of(6, Activation.SIGMOID), new Sgd(0.1), 20);

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
            new Relu(), new LeakyRelu(), new Elu(), new Selu(), new Gelu(), new Swish(), new Mish())
        .map(activation -> Effect.byDefault(activation, SIGMOIDS, 0.6));
  }
}
