package org.hone.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyParametersTest {

  /** By hand from the tutorial's table 1, n = 10 and lambda = 10. */
  @Test
  void areTheTutorialsDefaults() {
    StrategyParameters ten = StrategyParameters.of(10, 10);
    double selected = 3.1672992;
    assertThat(ten.selected).isCloseTo(selected, within(1e-6));
    assertThat(ten.weights[0]).isCloseTo(0.4562726, within(1e-6));
    assertThat(ten.step.rate()).isCloseTo((selected + 2) / (15 + selected), within(1e-7));
    assertThat(ten.step.damping()).isCloseTo(1 + ten.step.rate(), within(1e-12));
    assertThat(ten.adaptation.rankOneRate()).isCloseTo(2 / (11.3 * 11.3 + selected), within(1e-7));
    assertThat(ten.adaptation.rankMuRate())
        .isCloseTo(2 * (selected - 1.75 + 1 / selected) / (144 + selected), within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({"1,2", "1,3", "2,4", "10,7", "40,10", "5,200"})
  void keepTheCovariancePositive(int dimension, int population) {
    StrategyParameters any = StrategyParameters.of(dimension, population);
    assertThat(Arrays.stream(any.weights).filter(w -> w > 0).sum()).isCloseTo(1, within(1e-12));
    double negative = -Arrays.stream(any.weights).filter(w -> w < 0).sum();
    double c1 = any.adaptation.rankOneRate();
    double cMu = any.adaptation.rankMuRate();
    assertThat(c1).isPositive();
    assertThat(cMu).isNotNegative();
    assertThat(1 - c1 - cMu - negative * cMu * dimension).isGreaterThanOrEqualTo(-1e-12);
  }
}
