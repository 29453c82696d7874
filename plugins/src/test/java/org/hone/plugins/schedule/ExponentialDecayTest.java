package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExponentialDecayTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ExponentialDecay();
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"0, 1", "50, 0.1", "75, 0.03162277660168379", "99, 0.010471285480508996"})
  void theFactorFollowsTheFormula(int step, double expected) {
    assertThat(Course.factor(new ExponentialDecay(), Map.of("end", 0.01), step))
        .isEqualTo(expected, within(1e-6));
  }
}
