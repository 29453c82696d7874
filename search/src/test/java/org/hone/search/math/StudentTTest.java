package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {

  @Test
  void oneDegreeIsTheCauchyDistribution() {
    for (double t : new double[] {-30, -1, 0, 0.5, 1, 7}) {
      assertThat(StudentT.cdf(t, 1)).isCloseTo(0.5 + Math.atan(t) / Math.PI, within(1e-15));
    }
  }

  @Test
  void twoDegreesHaveAClosedForm() {
    for (double t : new double[] {-30, -1, 0, 0.5, 1, 7}) {
      assertThat(StudentT.cdf(t, 2)).isCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), within(1e-15));
    }
  }

  /** The quantiles that every table has. */
  @Test
  void agreesWithTables() {
    assertThat(StudentT.cdf(2.3534, 3)).isCloseTo(0.95, within(1e-5));
    assertThat(StudentT.cdf(2.5706, 5)).isCloseTo(0.975, within(1e-5));
    assertThat(StudentT.cdf(-3.1693, 10)).isCloseTo(0.005, within(1e-6));
    assertThat(StudentT.cdf(1.6973, 30)).isCloseTo(0.95, within(1e-5));
  }

  @Test
  void manyDegreesAreNearlyNormal() {
    for (double t : new double[] {-4, -1, 0.3, 2}) {
      assertThat(StudentT.cdf(t, 100_000))
          .isCloseTo(Math.exp(StandardNormal.logCdf(t)), within(1e-4));
    }
  }

  @Test
  void isMonotoneAndSymmetric() {
    for (int nu = 1; nu < 40; nu++) {
      double last = 0;
      for (double t = -50; t <= 50; t += 0.25) {
        double p = StudentT.cdf(t, nu);
        assertThat(p).isBetween(last - 1e-15, 1.0);
        assertThat(p + StudentT.cdf(-t, nu)).isCloseTo(1, within(1e-14));
        last = p;
      }
    }
  }

  @Test
  void extremesAreLimits() {
    assertThat(StudentT.cdf(Double.NEGATIVE_INFINITY, 4)).isCloseTo(0, within(1e-15));
    assertThat(StudentT.cdf(Double.POSITIVE_INFINITY, 5)).isCloseTo(1, within(1e-15));
    assertThat(StudentT.cdf(Double.NaN, 4)).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StudentT.cdf(1, 0))
        .withMessageContaining("0");
  }
}
