package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Cosine();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({
    "0, 0.05",
    "9, 0.5",
    "20, 1",
    "40, 0.8535534",
    "60, 0.5",
    "99, 0.0003854818796385495"
  })
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new Cosine(), Map.of("warm-up", 0.2), step))
        .isEqualTo(expected, within(1e-6));
  }

  @Test
  void neverRisesAfterTheWarmUpAndNeverLeavesTheUnitInterval() {
    for (double warmUp : new double[] {0, 0.013, 0.05, 0.3}) {
      double before = 1;
      for (int step = 0; step < 100; step++) {
        double now = Course.factor(new Cosine(), Map.of("warm-up", warmUp), step);
        assertThat(now).isBetween(0.0, 1.0);
        if (step > 100 * warmUp) {
          assertThat(now).isLessThanOrEqualTo(before);
          before = now;
        }
      }
    }
  }
}
