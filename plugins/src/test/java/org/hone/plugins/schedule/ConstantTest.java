package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Meters;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.config.Sgd;

class ConstantTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Constant();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"0, 0.05", "9, 0.5", "18, 0.95", "19, 1", "20, 1", "60, 1", "99, 1"})
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new Constant(), Map.of("warm-up", 0.2), step))
        .isEqualTo(expected, within(1e-6));
  }

  @Test
  void theOptimizerFollows() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0.4));
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of("warm-up", 0.3));
    RecordedTerms terms = RecordedTerms.of(5, 4);
    Trial.ENGINE.train(recipe, Trial.CLASSES, terms);
    // steps of 12: the last of the first epoch is the third, the warm-up ends within the second
    List<Double> rates = terms.series(Meters.LEARNING_RATE);
    assertThat(rates.get(0)).isEqualTo(0.4 * (3.0 / 12) / 0.3, within(1e-6));
    assertThat(rates.get(1)).isEqualTo(0.4, within(1e-6));
  }
}
