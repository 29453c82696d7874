package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.RandomState;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Noise;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class AlphaDropoutTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new AlphaDropout();
  }

  private static final Map<String, Object> STRENGTHS = Map.of("rate", 0.1);

  @Test
  void meanAndVarianceOfStandardNormalActivationsStaySeed7() {
    Network network = HiddenActivations.with(technique(), STRENGTHS);
    INDArray normal = Noise.normal(new RandomState(3), 1, 100_000);
    INDArray dropped = HiddenActivations.dropped(network, normal, 1);
    assertThat(dropped.meanNumber().doubleValue()).isEqualTo(0, within(0.02));
    assertThat(dropped.stdNumber().doubleValue()).isEqualTo(1, within(0.02));
  }

  @Test
  void hiddenLayersAreSelfNormalizing() {
    Network network = HiddenActivations.with(technique(), STRENGTHS);
    assertThat(network.describe()).containsIgnoringCase("selu");
    assertThat(technique().conflictsWith())
        .contains(Slot.ACTIVATION.id(), Slot.INITIALIZATION.id(), Slot.NORMALIZATION.id());
  }
}
