package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolynomialDecayTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new PolynomialDecay();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"0, 1", "50, 0.25", "90, 0.01"})
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new PolynomialDecay(), Map.of("power", 2.0), step))
        .isEqualTo(expected, within(1e-6));
  }
}
