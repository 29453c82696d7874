package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Network;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GaussianDropoutTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new GaussianDropout();
  }

  @Test
  void noiseHasMeanOneAndTheVarianceOfDropoutSeed7() {
    Network network = HiddenActivations.with(technique(), Map.of("rate", 0.2));
    INDArray dropped =
        HiddenActivations.dropped(network, Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f, 6f), 20_000);
    assertThat(dropped.mean(0).getDouble(2)).isEqualTo(3, within(0.05));
    assertThat(dropped.std(0).getDouble(2)).isEqualTo(3 * Math.sqrt(0.2 / 0.8), within(0.05));
  }

  @Test
  void inferenceIsLeftAsItIs() {
    assertThat(
            HiddenActivations.inferenceIsTheSame(
                HiddenActivations.with(technique(), Map.of("rate", 0.5))))
        .isTrue();
  }
}
