package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hone.api.recipe.Rates;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneCycleTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new OneCycle();
  }

  @ParameterizedTest(name = "step {0} of 100: {1} and momentum {2}")
  @CsvSource({"0, 0.04, 0.95", "10, 0.52, 0.90", "20, 1, 0.85", "60, 0.50005, 0.90"})
  void ratesRiseAndFallAndMomentumGoesTheOtherWay(int step, double factor, double momentum) {
    Rates rates = OneCycle.schedule(0.2).at(Course.at(step));
    assertThat(rates.factor()).isEqualTo(factor, within(1e-6));
    assertThat(rates.momentum().orElseThrow()).isEqualTo(momentum, within(1e-6));
  }
}
