package org.hone.plugins.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;

class HeTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new He();
  }

  @Test
  void hasVarianceTwoOverInputs() {
    assertThat(FirstWeights.variance(technique())).isEqualTo(2.0 / 80, within(0.002));
  }
}
