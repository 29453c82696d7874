package org.hone.plugins.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ClassWeightsTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ClassWeights();
  }

  @Test
  void aClassFourTimesAsRareCountsFourTimes() {
    INDArray labels = Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {0, 1}});
    INDArray weights = ClassWeights.weights(labels, 1);
    assertThat(weights.getDouble(0)).isEqualTo(5.0 / 8, within(1e-6));
    assertThat(weights.getDouble(1)).isEqualTo(5.0 / 2, within(1e-6));
    assertThat(ClassWeights.weights(labels, 0.5).getDouble(1))
        .isEqualTo(Math.sqrt(2.5), within(1e-6));
  }
}
