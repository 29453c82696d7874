package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KumaraswamyTest {
  private static final double STEP = 1e-6;

  @Test
  void isAlmostTheIdentityForOnes() {
    Kumaraswamy identity = new Kumaraswamy(1, 1);
    for (double x = 0; x <= 1; x += 0.125) {
      assertThat(identity.warp(x)).isCloseTo(x, within(0.031));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.4", "0.3, 3", "4, 0.5", "2.5, 3"})
  void slopesAsItChanges(double a, double b) {
    Kumaraswamy warping = new Kumaraswamy(a, b);
    for (double x : new double[] {0.01, 0.3, 0.7, 0.99}) {
      double byX = warping.warp(x + STEP) - warping.warp(x - STEP);
      assertThat(warping.slope(x)).isCloseTo(byX / (2 * STEP), within(1e-5));
      double up = Math.exp(STEP);
      double byA = new Kumaraswamy(a * up, b).warp(x) - new Kumaraswamy(a / up, b).warp(x);
      assertThat(warping.slopes(x).byLogA()).isCloseTo(byA / (2 * STEP), within(1e-7));
      double byB = new Kumaraswamy(a, b * up).warp(x) - new Kumaraswamy(a, b / up).warp(x);
      assertThat(warping.slopes(x).byLogB()).isCloseTo(byB / (2 * STEP), within(1e-7));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.2", "0.2, 5", "5, 0.2", "5, 5"})
  void hasFiniteSlopesAtTheBorders(double a, double b) {
    Kumaraswamy warping = new Kumaraswamy(a, b);
    for (double x : new double[] {0, 1}) {
      assertThat(warping.warp(x)).isBetween(0.0, 1.0);
      assertThat(warping.slope(x)).isFinite();
      assertThat(warping.slopes(x).byLogA()).isFinite();
      assertThat(warping.slopes(x).byLogB()).isFinite();
    }
  }
}
