package org.hone.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputScaleTest {
  private static final double[] LOSSES = {3, -1, 4, 1.5, -5, 9, 2.6, 5};

  @ParameterizedTest
  @EnumSource
  void standardisesAndKeepsTheOrder(OutputScale scale) {
    double[] scaled = scale.of(LOSSES);
    assertThat(Arrays.stream(scaled).sum()).isCloseTo(0, within(1e-12));
    assertThat(Arrays.stream(scaled).map(v -> v * v).sum()).isCloseTo(8, within(1e-9));
    for (int i = 0; i < LOSSES.length; i++) {
      for (int j = 0; j < LOSSES.length; j++) {
        assertThat(scaled[i] < scaled[j]).isEqualTo(LOSSES[i] < LOSSES[j]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotDependOnTheUnit(OutputScale scale) {
    double[] other = Arrays.stream(LOSSES).map(y -> 1000 * y - 70).toArray();
    double[] scaled = scale.of(LOSSES);
    double[] otherScaled = scale.of(other);
    for (int i = 0; i < LOSSES.length; i++) {
      assertThat(otherScaled[i]).isCloseTo(scaled[i], within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesInfinitiesAndNotANumberForTheBestAndTheWorst(OutputScale scale) {
    double[] losses = Arrays.copyOf(LOSSES, 11);
    losses[8] = Double.NEGATIVE_INFINITY;
    losses[9] = Double.POSITIVE_INFINITY;
    losses[10] = Double.NaN;
    double[] scaled = scale.of(losses);
    assertThat(scaled).doesNotContain(Double.NaN);
    assertThat(Arrays.stream(scaled).allMatch(Double::isFinite)).isTrue();
    assertThat(scaled[8]).isLessThan(scaled[4]);
    assertThat(scaled[9]).isEqualTo(scaled[5]);
    assertThat(scaled[10]).isEqualTo(scaled[5]);
  }

  @ParameterizedTest
  @EnumSource
  void staysFiniteWhateverItGets(OutputScale scale) {
    double[] extremes = {
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.MIN_VALUE,
      0,
      1e300,
      -1e300,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[] losses = new double[1 + random.nextInt(6)];
      Arrays.setAll(losses, i -> extremes[random.nextInt(extremes.length)]);
      assertThat(Arrays.stream(scale.of(losses)).allMatch(Double::isFinite))
          .as(Arrays.toString(losses))
          .isTrue();
    }
  }

  /** One exploded trial must not hide the differences between all others. */
  @ParameterizedTest
  @EnumSource
  void isNotFlattenedByAnOutlier(OutputScale scale) {
    double[] losses = Arrays.copyOf(LOSSES, 9);
    losses[8] = 1e12;
    double[] scaled = scale.of(losses);
    assertThat(scaled[2] - scaled[4]).isGreaterThan(0.1);
  }
}
