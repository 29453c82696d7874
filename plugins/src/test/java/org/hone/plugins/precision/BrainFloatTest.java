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

class BrainFloatTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new BrainFloat();
  }

  @Test
  void theLossIsNotScaled() {
    Recipe recipe =
        Trial.with(technique(), Trial.recipe(Trial.CLASSES, new Sgd(0.1)), Trial.CLASSES, Map.of());

    assertThat(recipe.update().precision())
        .isEqualTo(new Precision(Precision.Format.BFLOAT16, Precision.LossScale.none()));
    assertThat(technique().isOnRequest()).isTrue();
  }
}
