package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RungTest {

  private static int ahead(double[] losses, double[]... others) {
    return Rung.ahead(losses, Arrays.stream(others));
  }

  private static double[] at(double... losses) {
    return losses;
  }

  @Test
  void countsWhatIsBetterInOneObjective() {
    assertThat(ahead(at(2), at(1), at(2), at(3), at(-1))).isEqualTo(2);
    assertThat(ahead(at(2))).isZero();
  }

  /** Fronts: (0, 3) (1, 1) (3, 0); then (2, 2); then (4, 4). */
  @Test
  void earlierFrontsAreAhead() {
    double[][] first = {at(0, 3), at(1, 1), at(3, 0)};
    assertThat(ahead(at(2, 2), first)).isEqualTo(3);
    assertThat(ahead(at(4, 4), at(0, 3), at(1, 1), at(3, 0), at(2, 2))).isEqualTo(4);
    assertThat(ahead(at(1, 1), at(2, 2), at(4, 4), at(9, 1))).isZero();
  }

  /**
   * Scaled to one, with the reference at 1.1: (0, 1) alone covers 0.8 x 0.1, (0.8, 0.7) covers 0.2
   * x 0.3, and (1, 0) covers 0.1 x 0.7.
   */
  @Test
  void inOneFrontTheLargerVolumeIsAhead() {
    double[] left = at(0, 100);
    double[] middle = at(8, 70);
    double[] right = at(10, 0);
    assertThat(ahead(left, middle, right)).isZero();
    assertThat(ahead(right, left, middle)).isEqualTo(1);
    assertThat(ahead(middle, left, right)).isEqualTo(2);
  }

  @Test
  void toleratesInfinities() {
    double most = Double.POSITIVE_INFINITY;
    assertThat(ahead(at(most, 0), at(0, 1))).isBetween(0, 1);
    assertThat(ahead(at(-most, -most), at(0, 1), at(1, 0))).isZero();
    assertThat(ahead(at(most, most), at(0, 1), at(1, 0))).isEqualTo(2);
  }

  @Test
  void rungsBeyondAllStepsAreNeverReached() {
    assertThat(new Rung(1L << 40).isReachedBy(new TreeMap<>(Map.of(3, 1.0)))).isFalse();
  }
}
