package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.hone.search.testkit.GoodnessOfFit.DRAWS;
import static org.hone.search.testkit.GoodnessOfFit.assertFollows;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TruncatedNormalTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static Stream<TruncatedNormal> kinds() {
    return Stream.of(
        new TruncatedNormal(0.5, 0.1, 0, 1),
        new TruncatedNormal(0.5, 10, 0, 1),
        new TruncatedNormal(0, 0.01, 0, 1),
        new TruncatedNormal(-3, 0.1, 0, 1),
        new TruncatedNormal(40, 1, 0, 1),
        new TruncatedNormal(2, 3, -INFINITY, INFINITY),
        new TruncatedNormal(2, 3, 7, INFINITY));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void drawsFollowTheirDistributionSeed42(TruncatedNormal normal) {
    SplittableRandom random = new SplittableRandom(42);
    double[] draws = DoubleStream.generate(() -> normal.draw(random)).limit(DRAWS).toArray();
    assertFollows(x -> Math.exp(normal.logMass(-INFINITY, x)), draws);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void densityIsTheSlopeOfTheMass(TruncatedNormal normal) {
    for (double u : new double[] {0.01, 0.3, 0.9, 0.999}) {
      double x = normal.quantile(u);
      double h = 1e-6 * Math.max(1e-3, Math.abs(x));
      assertThat(normal.logMass(x - h, x + h) - Math.log(2 * h))
          .isCloseTo(normal.logDensity(x), within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void quantileInvertsTheMass(TruncatedNormal normal) {
    for (double u = 0.001; u < 1; u += 0.037) {
      assertThat(Math.exp(normal.logMass(-INFINITY, normal.quantile(u))))
          .isCloseTo(u, within(1e-9));
    }
  }

  @Test
  void staysWithinItsBounds() {
    TruncatedNormal far = new TruncatedNormal(-1e6, 1e-3, 0, 1);
    assertThat(far.quantile(0)).isZero();
    assertThat(far.quantile(1)).isEqualTo(1);
    assertThat(far.quantile(0.5)).isBetween(0.0, 1e-6);
  }

  @Test
  void hasNothingOutside() {
    TruncatedNormal normal = new TruncatedNormal(0.5, 1, 0, 1);
    assertThat(normal.logDensity(-0.1)).isEqualTo(-INFINITY);
    assertThat(normal.logDensity(Double.NaN)).isEqualTo(-INFINITY);
    assertThat(normal.logMass(2, 3)).isEqualTo(-INFINITY);
    assertThat(normal.logMass(-9, 9)).isZero();
  }

  @Test
  void checksItsArguments() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TruncatedNormal(0, 0, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TruncatedNormal(0, INFINITY, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TruncatedNormal(Double.NaN, 1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TruncatedNormal(0, 1, 1, 1));
  }
}
