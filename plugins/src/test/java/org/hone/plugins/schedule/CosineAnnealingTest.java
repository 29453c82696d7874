package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Schedule;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Meters;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.config.Sgd;

class CosineAnnealingTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new CosineAnnealing();
  }

  /** The factor at a step of 10 epochs of 10 steps. */
  private static double factor(double warmUp, int step) {
    Progress now = new Progress(step / 10, 10, step, step % 10, 10, List.of());
    return CosineAnnealing.schedule(warmUp).at(now).factor();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"0, 1", "25, 0.8535534", "50, 0.5", "75, 0.1464466", "99, 0.0002467", "100, 0"})
  void withoutWarmUp(int step, double expected) {
    assertThat(factor(0, step)).isEqualTo(expected, within(1e-7));
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({
    "0, 0.05",
    "9, 0.5",
    "18, 0.95",
    "19, 1",
    "20, 1",
    "40, 0.8535534",
    "60, 0.5",
    "100, 0"
  })
  void withAFifthOfWarmUp(int step, double expected) {
    assertThat(factor(0.2, step)).isEqualTo(expected, within(1e-7));
  }

  @Test
  void neverRisesAfterTheWarmUpAndNeverLeavesTheUnitInterval() {
    for (double warmUp : new double[] {0, 0.013, 0.05, 0.3}) {
      double before = 1;
      for (int step = 0; step < 100; step++) {
        double now = factor(warmUp, step);
        assertThat(now).isBetween(0.0, 1.0);
        if (step > 100 * warmUp) {
          assertThat(now).isLessThanOrEqualTo(before);
          before = now;
        }
      }
    }
  }

  @Test
  void theOptimizerFollows() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0.4));
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of("warm-up", 0.0));
    RecordedTerms terms = RecordedTerms.of(5, 2);
    Trial.ENGINE.train(recipe, Trial.CLASSES, terms);
    // the last step of an epoch of three begins at 2/6 and at 5/6 of the budget
    List<Double> rates = terms.series(Meters.LEARNING_RATE);
    assertThat(rates.get(0)).isEqualTo(0.4 * 0.75, within(1e-9));
    assertThat(rates.get(1)).isEqualTo(0.2 * (1 + Math.cos(Math.PI * 5 / 6)), within(1e-9));
  }

  @Test
  void isAFunctionOfProgressAlone() {
    Schedule schedule = CosineAnnealing.schedule(0.1);
    Progress now = new Progress(3, 10, 35, 5, 10, List.of());
    assertThat(schedule.at(now)).isEqualTo(schedule.at(now));
  }
}
