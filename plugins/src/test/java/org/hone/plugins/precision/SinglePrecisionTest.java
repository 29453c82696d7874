package org.hone.plugins.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class SinglePrecisionTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new SinglePrecision();
  }

  @Test
  void isWhatTrainingsComputeInAnyway() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    Recipe half = Trial.with(new HalfPrecision(), plain, Trial.CLASSES, Map.of());
    Recipe single = Trial.with(technique(), half, Trial.CLASSES, Map.of());
    assertThat(half.update().precision()).isNotEqualTo(Precision.single());
    assertThat(single.update().precision()).isEqualTo(plain.update().precision());
  }
}
