package org.hone.plugins.schedule;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.DeepNetwork;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.LinearRows;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

class ScheduleEffectsTest implements Effects {
  /** At first so steep that the first steps at this rate lead nowhere. */
  private static final Planted STEEP =
      DeepNetwork.planted(
          DeepNetwork.of(8, Activation.RELU, 2.2 * DeepNetwork.keeping()), new Sgd(0.1), 20);

  @Override
  public Stream<Effect> effects() {
    return Stream.concat(
        Stream.of(
                new StepDecay(),
                new ExponentialDecay(),
                new PolynomialDecay(),
                new LinearDecay(),
                new InverseSqrt(),
                new Cosine(),
                new CosineWithRestarts(),
                new OneCycle(),
                new Cyclic(),
                new ReduceOnPlateau())
            .map(schedule -> Effect.byDefault(schedule, LinearRows.NOISY, 0.6)),
        Stream.of(new Effect(new Constant(), Map.of("warm-up", 0.3), STEEP, 0.6)));
  }
}
