package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnitMassTest {
  @Test
  void interpolatesTheMassOfTheUnitInterval() {
    for (double mean = 0; mean <= 1; mean += 1.0 / 256) {
      for (double deviation = 1; deviation > 1e-4; deviation *= 0.83) {
        double exact = StandardNormal.logMass(-mean / deviation, (1 - mean) / deviation);
        assertThat(UnitMass.log(mean, deviation)).isCloseTo(exact, within(1e-8));
      }
    }
  }
}
