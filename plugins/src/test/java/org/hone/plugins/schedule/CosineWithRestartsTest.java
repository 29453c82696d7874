package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineWithRestartsTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new CosineWithRestarts();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({
    "0, 1",
    "14, 0.0009866357858642205",
    "15, 0.998458666866564",
    "43, 0.9999845788223949",
    "99, 0.0007554512747310338"
  })
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new CosineWithRestarts(), Map.of("cycles", 3, "growth", 2), step))
        .isEqualTo(expected, within(1e-6));
  }
}
