package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.UnitCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxisTest {

  static Stream<Distribution> numbers() {
    return Stream.of(
        FloatDistribution.of(-5, 5),
        FloatDistribution.log(1e-5, 1),
        FloatDistribution.stepped(0, 1, 0.1),
        FloatDistribution.of(3, 3),
        IntDistribution.of(1, 6),
        IntDistribution.stepped(-4, 8, 3),
        IntDistribution.log(1, 512),
        IntDistribution.log(7, 7));
  }

  /** It is quicker than the distribution, and agrees with it. */
  @ParameterizedTest
  @MethodSource("numbers")
  void snapsToTheValueOfThePosition(Distribution distribution) {
    Axis axis = Axis.of(Parameter.of("x", distribution));
    for (double unit = 0; unit <= 1; unit += 1.0 / 512) {
      double value = distribution.fromUnit(unit);
      if (axis.isContinuous()) {
        assertThat(axis.snap(unit)).isEqualTo(unit);
      } else {
        assertThat(axis.snap(unit)).isEqualTo(distribution.toUnit(value));
      }
      UnitCell cell = axis.cellOf(unit);
      UnitCell expected = distribution.cell(value);
      assertThat(cell.low()).isCloseTo(expected.low(), within(1e-12));
      assertThat(cell.high()).isCloseTo(expected.high(), within(1e-12));
    }
  }

  @Test
  void knowsItsKind() {
    Axis kind = Axis.of(Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"), "b"));
    assertThat(kind.isCategorical()).isTrue();
    assertThat(kind.isContinuous()).isFalse();
    assertThat(kind.categories()).isEqualTo(3);
    assertThat(kind.preferred()).hasValue(1);
    Axis rate = Axis.of(Parameter.of("rate", FloatDistribution.log(1e-4, 1), 0.01));
    assertThat(rate.isContinuous()).isTrue();
    assertThat(rate.preferred()).hasValueCloseTo(0.5, within(1e-12));
    Axis huge = Axis.of(Parameter.of("n", IntDistribution.of(0, 1L << 50)));
    assertThat(huge.isContinuous()).as("too many values to tell from a continuum").isTrue();
  }
}
