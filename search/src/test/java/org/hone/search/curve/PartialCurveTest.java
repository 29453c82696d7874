package org.hone.search.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;
import java.util.TreeMap;
import org.hone.search.space.Direction;
import org.junit.jupiter.api.Test;

class PartialCurveTest {
  /** arsinh(x) to the third digit: 0 -> 0, 1 -> 0.881, 2 -> 1.444. */
  private static final CurveScale SCALE = new CurveScale(0, 1);

  private static PartialCurve of(double... reports) {
    SortedMap<Integer, Double> reported = new TreeMap<>();
    for (int k = 0; k < reports.length; k++) {
      reported.put(k + 1, reports[k]);
    }
    return PartialCurve.of(reported, reports.length, Direction.MINIMIZE, SCALE);
  }

  @Test
  void isTheLastReportAndWhatChangedSinceHalf() {
    assertThat(of(2).level()).isCloseTo(1.444, within(1e-3));
    assertThat(of(2).fall()).isZero();
    assertThat(of(9, 2, 0.5, 1).level()).isCloseTo(0.881, within(1e-3));
    assertThat(of(9, 2, 0.5, 1).fall()).isCloseTo(0.881 - 1.444, within(1e-3));
  }

  @Test
  void averagesATenthOfTheReports() {
    double[] twenty = new double[20];
    twenty[18] = 1;
    twenty[19] = 2;
    assertThat(of(twenty).level()).isCloseTo((0.881 + 1.444) / 2, within(1e-3));
  }

  @Test
  void looksNoFartherThanTheStep() {
    SortedMap<Integer, Double> reported = new TreeMap<>();
    reported.put(1, 2.0);
    reported.put(3, 1.0);
    PartialCurve first = PartialCurve.of(reported, 2, Direction.MINIMIZE, SCALE);
    assertThat(first.level()).isCloseTo(1.444, within(1e-3));
    assertThat(PartialCurve.of(reported, 0, Direction.MINIMIZE, SCALE).level()).isNaN();
  }

  @Test
  void leavesNanOut() {
    assertThat(of(Double.NaN).level()).isNaN();
    assertThat(of(Double.NaN, 1).level()).isCloseTo(0.881, within(1e-3));
    assertThat(of(Double.NaN, 1).fall()).isZero();
  }

  @Test
  void scalesByTheUsualAndKeepsTheOrderOfTheUnusual() {
    double[] reports = {0, 1, 2, 3, 4, Double.NaN, Double.POSITIVE_INFINITY};
    CurveScale scale = CurveScale.of(new double[] {5, 1, 3}, reports);
    assertThat(scale).isEqualTo(new CurveScale(3, 2));
    assertThat(scale.of(3)).isZero();
    assertThat(scale.of(5)).isCloseTo(0.881, within(1e-3));
    assertThat(scale.of(1)).isCloseTo(-0.881, within(1e-3));
    assertThat(scale.of(1e3)).isGreaterThan(scale.of(1e2)).isLessThan(scale.of(1e4));
    assertThat(scale.of(Double.POSITIVE_INFINITY)).isEqualTo(10);
    assertThat(scale.of(Double.NEGATIVE_INFINITY)).isEqualTo(-10);
    assertThat(scale.of(Double.NaN)).isNaN();
    assertThat(CurveScale.of(new double[] {1}, new double[] {1, 1}).spread()).isPositive();
  }
}
