package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InverseSqrtTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new InverseSqrt();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"4, 0.5", "10, 1", "40, 0.5", "90, 0.3333333333333333"})
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new InverseSqrt(), Map.of("warm-up", 0.1), step))
        .isEqualTo(expected, within(1e-6));
  }
}
