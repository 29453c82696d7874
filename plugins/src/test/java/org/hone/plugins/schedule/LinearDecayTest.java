package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearDecayTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new LinearDecay();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"10, 0.55", "20, 1", "60, 0.5", "99, 0.0125"})
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new LinearDecay(), Map.of("warm-up", 0.2), step))
        .isEqualTo(expected, within(1e-6));
  }
}
