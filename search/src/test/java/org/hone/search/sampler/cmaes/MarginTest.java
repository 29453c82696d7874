package org.hone.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.IntDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTest {
  private static final Distribution TENTHS = IntDistribution.of(0, 9);
  private static final double ALPHA = 0.05;

  private static double below(Margin margin, double deviation, double edge) {
    return new NormalDistribution(margin.mean(), deviation * margin.scale())
        .cumulativeProbability(edge);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1e-3, 0.01, 0.03, 0.2})
  void leavesBothNeighboursProbable(double deviation) {
    for (double mean : new double[] {0.401, 0.45, 0.4999}) {
      Margin margin = new Margin(mean, 1).corrected(TENTHS, deviation, ALPHA);
      double least = ALPHA / 2 * 0.99;
      assertThat(below(margin, deviation, 0.4)).isGreaterThan(least * 0.9);
      assertThat(1 - below(margin, deviation, 0.5)).isGreaterThan(least * 0.9);
      assertThat(margin.mean()).isBetween(0.4, 0.5);
    }
  }

  @Test
  void atAnEndOnlyTheMeanMoves() {
    Margin low = new Margin(-3, 1).corrected(TENTHS, 0.01, ALPHA);
    assertThat(low.scale()).isEqualTo(1);
    assertThat(1 - below(low, 0.01, 0.1)).isCloseTo(ALPHA, within(1e-6));
    Margin high = new Margin(7, 1).corrected(TENTHS, 0.01, ALPHA);
    assertThat(below(high, 0.01, 0.9)).isCloseTo(ALPHA, within(1e-6));
  }

  @Test
  void aWideDistributionStaysAsItIs() {
    Margin wide = new Margin(0.44, 1);
    assertThat(wide.corrected(TENTHS, 0.3, ALPHA)).isEqualTo(wide);
  }
}
