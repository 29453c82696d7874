package org.hone.plugins.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.TrainingResult;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class HalfPrecisionTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new HalfPrecision();
  }

  @Test
  void theLossIsScaledAndTheScaleGrows() {
    Recipe recipe =
        Trial.with(
            technique(),
            Trial.recipe(Trial.CLASSES, new Sgd(0.1)),
            Trial.CLASSES,
            Map.of("growth-interval", 100));

    Precision precision = recipe.update().precision();
    assertThat(precision.format()).isEqualTo(Precision.Format.FLOAT16);
    assertThat(precision.scale()).isEqualTo(new Precision.LossScale(65_536, 100));
  }

  @Test
  void aHarmlessRecipeSurvivesIt() {
    Recipe single = Trial.recipe(Trial.CLASSES, new Sgd(0.1));
    Recipe half = Trial.with(technique(), single, Trial.CLASSES, Map.of("growth-interval", 2_000));

    TrainingResult narrow = Trial.train(half, Trial.CLASSES, 5);
    TrainingResult wide = Trial.train(single, Trial.CLASSES, 5);

    assertThat(narrow.score().orElseThrow()).isCloseTo(wide.score().orElseThrow(), within(0.15));
    assertThat(narrow.model().orElseThrow().parameters())
        .isEqualTo(wide.model().orElseThrow().parameters());
  }

  @Test
  void itIsUsedWhereAStudyNamesItOnly() {
    assertThat(technique().isOnRequest()).isTrue();
  }
}
