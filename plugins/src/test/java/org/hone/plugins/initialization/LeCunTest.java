package org.hone.plugins.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;

class LeCunTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new LeCun();
  }

  @Test
  void hasVarianceOneOverInputs() {
    assertThat(FirstWeights.variance(technique())).isEqualTo(1.0 / 80, within(0.001));
  }
}
