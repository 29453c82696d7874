package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class MomentumTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Momentum();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.1, "momentum", 0.8));
    INDArray v = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      v = v.mul(0.8).add(g);
      INDArray step = v.mul(0.1);
      assertThat(steps.error(t, step)).isLessThan(1e-6);
    }
  }

  @Test
  void aSchedulesMomentumTakesThePlaceOfItsOwn() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new org.nd4j.linalg.learning.config.Sgd(0.1));
    Recipe heavy =
        Trial.with(
            technique(), plain, Trial.CLASSES, Map.of("learning-rate", 0.1, "momentum", 0.8));
    Recipe weightless =
        heavy.withUpdate(update -> update.withSchedule(now -> new Rates(1, OptionalDouble.of(0))));
    List<INDArray> steps = Trial.weights(weightless, Trial.CLASSES, 1);
    List<INDArray> expected = Trial.weights(plain, Trial.CLASSES, 1);
    assertThat(Trial.distance(steps.get(3), expected.get(3))).isLessThan(1e-6);
    assertThat(Trial.distance(Trial.weights(heavy, Trial.CLASSES, 1).get(3), expected.get(3)))
        .isGreaterThan(1e-4);
  }
}
