package org.hone.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "NUMBER, 0.123456, 0.1235",
    "NUMBER, 12.5, 12.50",
    "NUMBER, 1234567, 1235000",
    "NUMBER, 12345678, 1.235e7",
    "NUMBER, -0.00001234, −1.234e−5",
    "NUMBER, 0.0001, 0.0001000",
    "NUMBER, 0, 0",
    "SETTING, 0.1, 0.1",
    "SETTING, 100, 100",
    "SETTING, 0.00001, 1e−5",
    "SETTING, 0.003217654, 0.003218",
    "SIGNED, 0.5, +0.5000",
    "SIGNED, -0.5, −0.5000",
    "SIGNED, 0, ±0",
    "PERCENT, 0.87654, 87.65%",
    "PERCENT, 1, 100.00%",
    "POINTS, 0.0123, +1.23 points",
    "POINTS, -0.0123, −1.23 points",
    "POINTS, -0.000001, ±0.00 points",
    "COUNT, 12, 12",
    "SECONDS, 0, 0 ms",
    "SECONDS, 0.00041104, 0.4110 ms",
    "SECONDS, 0.123, 0.12 s",
    "SECONDS, 12.34, 12.3 s",
    "SECONDS, 61, 1 min 1 s",
    "SECONDS, 3599.7, 1 h 0 min",
    "SECONDS, 7500, 2 h 5 min",
    "SECONDS, 93600, 1 d 2 h",
    "BYTES, 812, 812 B",
    "BYTES, 26170, 26.17 kB",
    "BYTES, 5000000, 5.000 MB",
    "PROBABILITY, 0.04321, 0.043",
    "PROBABILITY, 0.00043, < 0.001",
    "NUMBER, NaN, NaN",
    "PERCENT, NaN, NaN",
    "NUMBER, Infinity, ∞",
    "SIGNED, -Infinity, −∞",
  })
  void writesFiguresForPeople(Unit unit, double value, String text) {
    assertThat(unit.text(value)).isEqualTo(text);
  }

  @Test
  void writesTheUnitOfARangeOnce() {
    assertThat(Unit.POINTS.range(-0.001, 0.02)).isEqualTo("−0.10 to +2.00 points");
    assertThat(Unit.PERCENT.range(0.5, 0.6)).isEqualTo("50.00 to 60.00%");
  }

  @Test
  void readsKnownProportionsAsPercent() {
    assertThat(Metric.named("Balanced-Accuracy").unit()).isEqualTo(Unit.PERCENT);
    assertThat(Metric.named("accuracy").differenceUnit()).isEqualTo(Unit.POINTS);
    assertThat(Metric.named("log loss").unit()).isEqualTo(Unit.NUMBER);
    assertThat(Metric.named("log loss").differenceUnit()).isEqualTo(Unit.SIGNED);
  }

  @Test
  void knowsTheUnitsOfCosts() {
    assertThat(Metric.named("row-inference-time").unit()).isEqualTo(Unit.SECONDS);
    assertThat(Metric.named("model-size").unit()).isEqualTo(Unit.BYTES);
    assertThat(Metric.named("parameters").unit()).isEqualTo(Unit.COUNT);
  }

  @Test
  void theIntervalOfAShareEndsWhereSharesDo() {
    Sample scores = new Sample(List.of(0.91, 0.95, 0.99));

    Interval share = Metric.named("accuracy").interval(scores).orElseThrow();
    Interval plain = Metric.named("r2").interval(scores).orElseThrow();
    assertThat(share.high()).isEqualTo(1);
    assertThat(share.low()).isEqualTo(plain.low());
    assertThat(plain.high()).isGreaterThan(1);
  }
}
