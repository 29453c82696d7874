package org.hone.plugins.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class XavierTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Xavier();
  }

  @Test
  void isUniformWithVarianceTwoOverInputsAndOutputs() {
    INDArray weights = FirstWeights.of(technique(), FirstWeights.TASK, Map.of()).get("dense-2.W");
    double most = Math.sqrt(6.0 / (80 + 40));
    assertThat(weights.amaxNumber().doubleValue()).isBetween(0.99 * most, most);
    assertThat(weights.varNumber().doubleValue()).isEqualTo(2.0 / (80 + 40), within(0.001));
  }

  @Test
  void theOutputKeepsItsOwn() {
    Map<String, INDArray> he = FirstWeights.of(new He(), FirstWeights.TASK, Map.of());
    Map<String, INDArray> orthogonal = FirstWeights.of(new Xavier(), FirstWeights.TASK, Map.of());
    assertThat(orthogonal.get("output.W").stdNumber().doubleValue())
        .isEqualTo(he.get("output.W").stdNumber().doubleValue(), within(0.06));
  }
}
