package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogImprovementTest {

  /** {@code log(phi(z) + z Phi(z))} to 20 digits by mpmath. */
  @ParameterizedTest
  @CsvSource({
    "3, 1.0987396653277",
    "0, -0.91893853320467",
    "-1, -2.4851210257113",
    "-5, -16.744301162661",
    "-30, -457.7246537606",
    "-1000, -500014.7344520912"
  })
  void isExactFarIntoTheTail(double z, double expected) {
    assertThat(LogImprovement.at(z)).isCloseTo(expected, Percentage.withPercentage(1e-8));
  }

  @ParameterizedTest
  @CsvSource({"4", "0.3", "-0.999", "-1.001", "-8", "-29.99", "-30.01", "-500"})
  void slopesAsItChanges(double z) {
    double step = 1e-4;
    double change = LogImprovement.at(z + step) - LogImprovement.at(z - step);
    assertThat(LogImprovement.slope(z))
        .isCloseTo(change / (2 * step), within(1e-5 * Math.max(1, -z)));
  }

  @Test
  void staysFiniteHoweverHopeless() {
    assertThat(LogImprovement.at(-1e100)).isNegative().isFinite();
    assertThat(LogImprovement.slope(-1e6)).isCloseTo(1e6, Percentage.withPercentage(1e-6));
  }

  @Test
  void isIncreasing() {
    double before = Double.NEGATIVE_INFINITY;
    for (double z = -60; z < 10; z += 0.01) {
      double now = LogImprovement.at(z);
      assertThat(now).isGreaterThan(before);
      before = now;
    }
  }

  @Test
  void passesNotANumberOn() {
    assertThat(LogImprovement.at(Double.NaN)).isNaN();
  }
}
