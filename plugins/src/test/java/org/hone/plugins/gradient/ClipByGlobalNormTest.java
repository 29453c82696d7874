package org.hone.plugins.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.TrainingResult.Status;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class ClipByGlobalNormTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ClipByGlobalNorm();
  }

  private INDArray clipped(double maxNorm, double second) {
    return Clipped.by(technique(), Map.of("max-norm", maxNorm), second);
  }

  @Test
  void aGradientTwiceTooLongIsHalved() {
    INDArray gradient = clipped(2.5, 4);
    assertThat(gradient.getDouble(0)).isEqualTo(1.5, within(1e-6));
    assertThat(gradient.getDouble(1)).isEqualTo(2, within(1e-6));
    assertThat(gradient.norm2Number().doubleValue()).isEqualTo(2.5, within(1e-6));
  }

  @Test
  void aShortGradientIsLeftAsItIs() {
    assertThat(clipped(5, 4).getDouble(0)).isEqualTo(3);
    assertThat(clipped(10, 4).getDouble(1)).isEqualTo(4);
  }

  @Test
  void whatIsNotFiniteIsLeftForTheEngineToSee() {
    INDArray gradient = clipped(1, Double.POSITIVE_INFINITY);
    assertThat(gradient.getDouble(0)).isEqualTo(3);
    assertThat(gradient.getDouble(1)).isInfinite();
  }

  @Test
  void trainingThatWouldExplodeDoesNotSeed5() {
    Recipe wild = Trial.recipe(Trial.TARGETS, new Sgd(20));
    assertThat(Trial.train(wild, Trial.TARGETS, 20).status()).isEqualTo(Status.FAILED);
    Recipe tamed = Trial.with(technique(), wild, Trial.TARGETS, Map.of("max-norm", 0.1));
    assertThat(Trial.train(tamed, Trial.TARGETS, 20).status()).isEqualTo(Status.COMPLETED);
  }
}
