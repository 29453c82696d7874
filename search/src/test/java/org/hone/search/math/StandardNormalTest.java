package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference values: mpmath with 40 digits. */
class StandardNormalTest {
  private static final double PERCENT = 1e-11;

  @ParameterizedTest
  @CsvSource({
    "-300, -45006.6227321186634",
    "-40, -804.608442013753788",
    "-8.5, -39.1973964282176693",
    "-5.7, -18.9331124232247419",
    "-3, -6.60772622151034954",
    "-1, -1.84102164500926351",
    "-0.5, -1.17591176159361861",
    "0, -0.693147180559945309",
    "0.3, -0.481410161588481198",
    "1, -0.17275377902344989",
    "2.5, -0.00622902548586000238",
    "8, -6.22096057427178606e-16"
  })
  void logCdf(double x, double expected) {
    assertThat(StandardNormal.logCdf(x)).isCloseTo(expected, withinPercentage(PERCENT));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, -0.381715146302126072",
    "5, 6, -15.0684460965294534",
    "-40, -39, -765.083156564377544",
    "38, 40, -726.55721601882013",
    "-3, 8, -0.00135080996474881674",
    "-9, -8.999, -48.3221906042308555"
  })
  void logMass(double a, double b, double expected) {
    assertThat(StandardNormal.logMass(a, b)).isCloseTo(expected, withinPercentage(1e-9));
  }

  @Test
  void logMassOfANarrowInterval() {
    assertThat(StandardNormal.logMass(0.2, 0.2000001))
        .isCloseTo(-17.0570341941629942, withinPercentage(1e-7));
    assertThat(StandardNormal.logMass(1, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void limits() {
    assertThat(StandardNormal.logCdf(Double.POSITIVE_INFINITY)).isZero();
    assertThat(StandardNormal.logCdf(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(StandardNormal.logMass(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)).isZero();
    assertThat(StandardNormal.logCdf(Double.NaN)).isNaN();
    assertThat(StandardNormal.logSum(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-300, -38, -9, -4, -2, -1, -0.3, -0.01, 0})
  void lowerQuantileInvertsTheCdf(double x) {
    assertThat(StandardNormal.lowerQuantile(StandardNormal.logCdf(x)))
        .isCloseTo(x, within(1e-12 * Math.max(1, Math.abs(x))));
  }

  @Test
  void lowerQuantileOfNothing() {
    assertThat(StandardNormal.lowerQuantile(Double.NEGATIVE_INFINITY))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
