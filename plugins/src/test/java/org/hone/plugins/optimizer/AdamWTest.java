package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class AdamWTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new AdamW();
  }

  @Test
  void weightsShrinkBesideAdamsStepAndBiasesDoNot() {
    Steps plain = Steps.of(new Adam(), Map.of("learning-rate", 0.01));
    Steps decayed = Steps.of(technique(), Map.of("learning-rate", 0.01, "decay", 0.1));
    INDArray shrunk = plain.weights().get(0).sub(plain.weights().get(1));
    INDArray more = decayed.weights().get(0).sub(decayed.weights().get(1)).sub(shrunk);
    // the first layer's 4 x 6 weights, then its 6 biases
    INDArray weights = plain.weights().get(0).get(NDArrayIndex.interval(0, 24));
    assertThat(Trial.distance(more.get(NDArrayIndex.interval(0, 24)), weights.mul(0.001)))
        .isLessThan(1e-6);
    assertThat(more.get(NDArrayIndex.interval(24, 30)).amaxNumber().doubleValue()).isLessThan(1e-7);
  }

  @Test
  void takesThePlaceOfAWeightPenalty() {
    assertThat(technique().conflictsWith()).contains(Slot.WEIGHT_PENALTY.id());
  }
}
