package org.hone.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
  private static final double[] ODD = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e300, 1e300
  };

  static Stream<Distribution> all() {
    return Stream.of(
        FloatDistribution.of(-3, 7),
        FloatDistribution.of(-1e300, 1e299),
        FloatDistribution.of(2, 2),
        FloatDistribution.log(1e-150, 1e150),
        FloatDistribution.log(3, 3),
        FloatDistribution.stepped(0, 1, 0.1),
        FloatDistribution.stepped(-0.3, 0.7, 0.25),
        FloatDistribution.stepped(5, 5, 2),
        IntDistribution.of(-4, 4),
        IntDistribution.of(7, 7),
        IntDistribution.of(-(1L << 53), 1L << 53),
        IntDistribution.stepped(-5, 3, 4),
        IntDistribution.log(1, 1000),
        IntDistribution.log(3, 3),
        CategoricalDistribution.flag(),
        CategoricalDistribution.of("a", true, 3, 2.5, Nothing.NOTHING),
        CategoricalDistribution.of("only"));
  }

  private static DoubleStream values(Distribution distribution) {
    return DoubleStream.concat(DoubleStream.of(0, 1), new SplittableRandom(3).doubles(200))
        .map(distribution::fromUnit);
  }

  @ParameterizedTest
  @MethodSource("all")
  void containsWhatItDraws(Distribution distribution) {
    values(distribution).forEach(value -> assertThat(distribution.contains(value)).isTrue());
    assertThat(distribution.fromUnit(0)).isEqualTo(distribution.low());
    assertThat(distribution.fromUnit(1)).isEqualTo(distribution.high());
  }

  @ParameterizedTest
  @MethodSource("all")
  void goesToTheUnitIntervalAndBack(Distribution distribution) {
    values(distribution)
        .forEach(
            value -> {
              double unit = distribution.toUnit(value);
              assertThat(unit).isBetween(0.0, 1.0);
              double back = distribution.fromUnit(unit);
              if (distribution.cardinality().isPresent() && !distribution.isSingle()) {
                assertThat(back).isEqualTo(value);
              } else {
                assertThat(back).isCloseTo(value, within(1e-12 * tolerance(distribution, value)));
              }
            });
  }

  private static double tolerance(Distribution distribution, double value) {
    return distribution.log()
        ? value
        : Math.max(1, Math.max(Math.abs(distribution.low()), Math.abs(distribution.high())));
  }

  @ParameterizedTest
  @MethodSource("all")
  void isMonotone(Distribution distribution) {
    double[] values =
        DoubleStream.iterate(0, unit -> unit <= 1, unit -> unit + 0.001)
            .map(distribution::fromUnit)
            .toArray();
    assertThat(values).isSorted();
  }

  @ParameterizedTest
  @MethodSource("all")
  void givesEveryValueItsCell(Distribution distribution) {
    values(distribution)
        .forEach(
            value -> {
              UnitCell cell = distribution.cell(value);
              assertThat(distribution.toUnit(value)).isBetween(cell.low(), cell.high());
              assertThat(cell.isPoint())
                  .isEqualTo(distribution.cardinality().isEmpty() && cell.width() == 0);
              if (cell.width() > 1e-9) {
                double margin = cell.width() * 1e-3;
                assertThat(distribution.fromUnit(cell.low() + margin)).isEqualTo(value);
                assertThat(distribution.fromUnit(cell.high() - margin)).isEqualTo(value);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void turnsToTheUsersFormAndBack(Distribution distribution) {
    values(distribution)
        .forEach(
            value ->
                assertThat(distribution.internal(distribution.external(value))).isEqualTo(value));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> distribution.internal("none of these"))
        .withMessageContaining(distribution.describe());
  }

  @ParameterizedTest
  @MethodSource("all")
  void refusesWhatItDoesNotHave(Distribution distribution) {
    for (double odd : ODD) {
      if (odd < distribution.low() || odd > distribution.high() || Double.isNaN(odd)) {
        assertThat(distribution.contains(odd)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> distribution.toUnit(odd));
        assertThatIllegalArgumentException().isThrownBy(() -> distribution.cell(odd));
      }
    }
    for (double outside : new double[] {-1e-9, 1.0000001, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> distribution.fromUnit(outside));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void isCompatibleWithItself(Distribution distribution) {
    assertThat(distribution.isCompatibleWith(distribution)).isTrue();
    distribution.requireCompatible("x", distribution);
    assertThat(distribution.isSingle()).isEqualTo(distribution.low() == distribution.high());
  }

  @Test
  void tellsWhichDistributionsGoTogether() {
    List<Distribution> different =
        List.of(
            FloatDistribution.of(0, 1),
            FloatDistribution.log(1, 2),
            IntDistribution.of(0, 1),
            IntDistribution.log(1, 2),
            CategoricalDistribution.of("a", "b"),
            CategoricalDistribution.of("b", "a"));
    for (Distribution one : different) {
      for (Distribution other : different) {
        assertThat(one.isCompatibleWith(other)).isEqualTo(one == other);
      }
    }
    assertThat(FloatDistribution.of(0, 1).isCompatibleWith(FloatDistribution.stepped(5, 6, 1)))
        .isTrue();
    assertThat(IntDistribution.of(0, 1).isCompatibleWith(IntDistribution.stepped(0, 6, 2)))
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> different.get(0).requireCompatible("rate", different.get(2)))
        .withMessage("the study knows 'rate' as float 0.0..1.0, which cannot become int 0..1");
  }

  @Test
  void refusesAStepThatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatDistribution.stepped(0, 1, 0.3))
        .withMessage("a step of 0.3 does not fit low=0.0, high=1.0: high could be 0.9 or 1.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntDistribution.stepped(0, 10, 4))
        .withMessage("a step of 4 does not fit low=0, high=10: high could be 8 or 12");
    assertThat(FloatDistribution.stepped(0, 1, 0.1).cardinality()).hasValue(11);
  }

  @Test
  void roundsDownAndUpToValues() {
    assertThat(FloatDistribution.stepped(0, 1, 0.1).ceiling(0.3)).isEqualTo(0.3);
    assertThat(FloatDistribution.stepped(0, 1, 0.1).ceiling(0.31)).isEqualTo(0.4);
    assertThat(FloatDistribution.stepped(0, 1, 0.1).floor(0.39)).isEqualTo(0.3);
    assertThat(FloatDistribution.of(0, 1).floor(0.39)).isEqualTo(0.39);
    assertThat(IntDistribution.stepped(1, 9, 4).ceiling(2.5)).isEqualTo(5);
    assertThat(IntDistribution.stepped(1, 9, 4).floor(8)).isEqualTo(5);
    assertThat(CategoricalDistribution.of("a", "b").floor(0.5)).isZero();
    assertThat(CategoricalDistribution.of("a", "b").ceiling(0.5)).isEqualTo(1);
  }

  /** The share of the draws follows the logarithm: 1 comes about as often as 2 and 3 together. */
  @Test
  void givesSmallNumbersMoreRoomOnALogScale() {
    IntDistribution log = IntDistribution.log(1, 100);
    assertThat(log.cell(1).width()).isGreaterThan(10 * log.cell(50).width());
  }

  @Test
  void checksFloatRanges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatDistribution.of(2, 1))
        .withMessageContaining("low=2");
    assertThatIllegalArgumentException().isThrownBy(() -> FloatDistribution.of(Double.NaN, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatDistribution.of(0, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatDistribution.of(-1.7e308, 1.7e308))
        .withMessageContaining("width");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatDistribution.log(1e-300, 1e300))
        .withMessageContaining("width");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatDistribution.log(0, 1))
        .withMessageContaining("low=0");
    assertThatIllegalArgumentException().isThrownBy(() -> FloatDistribution.stepped(0, 1, -0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatDistribution.stepped(0, 1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new FloatDistribution(1, 2, 0.1, true));
  }

  @Test
  void checksIntRanges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntDistribution.of(2, 1))
        .withMessageContaining("low=2");
    assertThatIllegalArgumentException().isThrownBy(() -> IntDistribution.of(0, 1L << 54));
    assertThatIllegalArgumentException().isThrownBy(() -> IntDistribution.log(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> IntDistribution.stepped(0, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new IntDistribution(1, 9, 2, true));
  }

  @Test
  void checksChoices() {
    assertThatIllegalArgumentException().isThrownBy(CategoricalDistribution::of);
    assertThatIllegalArgumentException().isThrownBy(() -> CategoricalDistribution.of("a", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> CategoricalDistribution.of(1, 1L));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CategoricalDistribution.of(new Object()))
        .withMessageContaining("java.lang.Object");
    assertThat(CategoricalDistribution.of((short) 1, 2.5f).choices()).containsExactly(1L, 2.5);
  }

  @Test
  void describesItselfInOneLine() {
    assertThat(all().map(Distribution::describe))
        .contains(
            "float -3.0..7.0",
            "float 0.0..1.0, step 0.1",
            "float 1.0E-150..1.0E150, log",
            "int -5..3, step 4",
            "int 1..1000, log",
            "false | true",
            "a | true | 3 | 2.5 | null");
  }
}
