package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CyclicTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Cyclic();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"0, 0.1", "25, 1", "50, 0.1", "60, 0.4600000000000001", "75, 1"})
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new Cyclic(), Map.of("cycles", 2, "low", 0.1), step))
        .isEqualTo(expected, within(1e-6));
  }
}
