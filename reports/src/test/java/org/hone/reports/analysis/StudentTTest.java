package org.hone.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are SciPy 1.17's. */
class StudentTTest {
  @ParameterizedTest
  @CsvSource({
    "1, 12.70620474",
    "2, 4.30265273",
    "4, 2.77644511",
    "9, 2.26215716",
    "29, 2.04522964"
  })
  void hasTheQuantilesOfTheTables(double freedom, double expected) {
    assertThat(StudentT.quantile(0.975, freedom)).isCloseTo(expected, within(1e-7));
  }

  @Test
  void givesTheIntervalOfAMean() {
    Interval interval = StudentT.mean(new Sample(List.of(1.1, 2.3, 0.7, 1.9, 3.0))).orElseThrow();
    assertThat(interval.estimate()).isCloseTo(1.8, within(1e-12));
    assertThat(interval.low()).isCloseTo(0.655242356754036, within(1e-9));
    assertThat(interval.high()).isCloseTo(2.944757643245964, within(1e-9));
  }

  @Test
  void givesWelchsIntervalOfADifference() {
    Interval interval =
        StudentT.welch(
                new Sample(List.of(0.84, 0.86, 0.85, 0.90)), new Sample(List.of(0.80, 0.83, 0.81)))
            .orElseThrow();
    assertThat(interval.estimate()).isCloseTo(0.0491666667, within(1e-9));
    assertThat(interval.low()).isCloseTo(0.008051457069319395, within(1e-9));
    assertThat(interval.high()).isCloseTo(0.09028187626401377, within(1e-9));
  }

  @Test
  void givesNoIntervalWithoutSpread() {
    assertThat(StudentT.mean(new Sample(List.of()))).isEmpty();
    assertThat(StudentT.mean(new Sample(List.of(0.5)))).isEmpty();
    assertThat(StudentT.mean(new Sample(List.of(0.9 - 0.8, 0.7 - 0.6, 0.1)))).isEmpty();
    Sample still = new Sample(List.of(1.0, 1.0));
    assertThat(StudentT.welch(still, still)).isEmpty();
    assertThat(StudentT.welch(still, new Sample(List.of(1.0)))).isEmpty();
    assertThat(StudentT.welch(still, new Sample(List.of(1.0, 2.0)))).isPresent();
  }

  @Test
  void tellsHowManyValuesWouldDecide() {
    Sample weak = new Sample(List.of(0.01, 0.03, -0.01, 0.02, 0.0));
    // 22 values have a power of 0.807 by the noncentral t distribution
    assertThat(StudentT.sizeToTell(weak)).hasValue(22);
    assertThat(StudentT.sizeToTell(new Sample(List.of(0.01, -0.01, 0.0001)))).isEmpty();
    assertThat(StudentT.sizeToTell(new Sample(List.of(0.01, 0.01)))).isEmpty();
  }

  @Test
  void describesSamples() {
    Sample sample = new Sample(List.of(4.0, 1.0, 3.0, 2.0));
    assertThat(sample.mean()).isEqualTo(2.5);
    assertThat(sample.median()).isEqualTo(2.5);
    assertThat(sample.deviation()).isCloseTo(1.2909944487, within(1e-9));
    assertThat(new Sample(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
    Sample none = new Sample(List.of());
    assertThat(none.mean()).isNaN();
    assertThat(none.median()).isNaN();
    assertThat(none.deviation()).isNaN();
    assertThat(new Sample(List.of(1.0)).deviation()).isNaN();
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> new Sample(List.of(1.0, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Interval(0, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("low=2.0, high=1.0");
  }
}
