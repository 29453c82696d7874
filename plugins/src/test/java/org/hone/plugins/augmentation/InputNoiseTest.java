package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class InputNoiseTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new InputNoise();
  }

  @Test
  void theNoiseHasTheDeviationAskedForSeed1() {
    Batch given = Augmented.counted(200, 50);
    Batch noisy = Augmented.batch(technique(), Trial.CLASSES, Map.of("deviation", 0.3), given);
    INDArray noise = noisy.features().sub(given.features());
    assertThat(noise.stdNumber().doubleValue()).isEqualTo(0.3, within(0.01));
    assertThat(noise.meanNumber().doubleValue()).isEqualTo(0, within(0.01));
  }
}
