package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class GaussianNoiseTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new GaussianNoise();
  }

  @Test
  void hiddenActivationsStrayByTheDeviationWhileTrainingSeed7() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    var graph =
        Trial.graph(
            Trial.with(technique(), plain, Trial.CLASSES, Map.of("deviation", 0.5)).network());
    INDArray rows = Nd4j.tile(Trial.CLASSES.training().features(), 200, 1);
    Nd4j.getRandom().setSeed(7);
    INDArray still = graph.feedForward(rows, false).get("dense-1-dropoutlayer").dup();
    INDArray noise = graph.feedForward(rows, true).get("dense-1-dropoutlayer").sub(still);
    assertThat(noise.stdNumber().doubleValue()).isEqualTo(0.5, within(0.02));
    assertThat(noise.meanNumber().doubleValue()).isEqualTo(0, within(0.02));
  }

  @Test
  void inferenceIsLeftAsItIs() {
    assertThat(
            HiddenActivations.inferenceIsTheSame(
                HiddenActivations.with(technique(), Map.of("deviation", 0.5))))
        .isTrue();
  }
}
