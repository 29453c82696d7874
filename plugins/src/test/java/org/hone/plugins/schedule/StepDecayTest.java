package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepDecayTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new StepDecay();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"0, 1", "33, 1", "34, 0.1", "66, 0.1", "67, 0.01", "99, 0.01"})
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new StepDecay(), Map.of("drop", 0.1, "drops", 2), step))
        .isEqualTo(expected, within(1e-6));
  }
}
