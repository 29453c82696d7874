package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypervolumeTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** Also some beyond the reference point 1, on a grid so that coordinates repeat. */
  private static double[][] points(int count, int objectives, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(i -> random.ints(objectives, -2, 11).mapToDouble(k -> k / 10.0).toArray())
        .toArray(double[][]::new);
  }

  private static double[] ones(int objectives) {
    double[] ones = new double[objectives];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The volume of a union of boxes: sums over all subsets of the volume they have in common. */
  private static double inclusionExclusion(double[][] points, double[] reference) {
    double volume = 0;
    for (int subset = 1; subset < 1 << points.length; subset++) {
      double common = 1;
      for (int m = 0; m < reference.length; m++) {
        double worst = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
          worst = (subset >> i & 1) == 1 ? Math.max(worst, points[i][m]) : worst;
        }
        common *= Math.max(0, reference[m] - worst);
      }
      volume += Integer.bitCount(subset) % 2 == 1 ? common : -common;
    }
    return volume;
  }

  private static double[][] without(double[][] points, int index) {
    List<double[]> rest = new ArrayList<>(List.of(points));
    rest.remove(index);
    return rest.toArray(double[][]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void equalsInclusionAndExclusionOverAllSubsets(int objectives) {
    SplittableRandom random = new SplittableRandom(objectives);
    for (int repeat = 0; repeat < 50; repeat++) {
      double[][] points = points(1 + random.nextInt(9), objectives, random);
      assertThat(Hypervolume.of(points, ones(objectives)))
          .as(Arrays.deepToString(points))
          .isCloseTo(inclusionExclusion(points, ones(objectives)), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aContributionIsWhatLeavingThePointOutLoses(int objectives) {
    SplittableRandom random = new SplittableRandom(100 + objectives);
    for (int repeat = 0; repeat < 50; repeat++) {
      double[][] points = points(1 + random.nextInt(8), objectives, random);
      double[] reference = ones(objectives);
      double whole = inclusionExclusion(points, reference);
      double[] contributions = Hypervolume.contributions(points, reference);
      for (int i = 0; i < points.length; i++) {
        assertThat(contributions[i])
            .isCloseTo(whole - inclusionExclusion(without(points, i), reference), within(1e-12));
      }
    }
  }

  /** jMetal's own indicators give 0.654 here: they measure against (1, 1) whatever is asked. */
  @Test
  void measuresAFrontAgainstTheGivenReference() {
    int count = 50;
    double[][] front =
        IntStream.range(0, count)
            .mapToObj(i -> i / (count - 1.0))
            .map(x -> new double[] {x, 1 - Math.sqrt(x)})
            .toArray(double[][]::new);
    double step = 1.0 / (count - 1);
    double expected = 0.1 * 1.1;
    for (int i = 0; i < count - 1; i++) {
      expected += step * (1.1 - front[i][1]);
    }
    assertThat(Hypervolume.of(front, new double[] {1.1, 1.1})).isCloseTo(expected, within(1e-12));
  }

  /**
   * Many points of an eighth of a sphere: the volume up to the reference without that of the ball.
   */
  @Test
  void approachesTheVolumeOfAKnownFront() {
    int steps = 40;
    double[][] sphere =
        IntStream.range(0, steps * steps)
            .mapToObj(
                i -> {
                  double a = Math.PI / 2 * (i / steps) / (steps - 1);
                  double b = Math.PI / 2 * (i % steps) / (steps - 1);
                  return new double[] {
                    Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)
                  };
                })
            .toArray(double[][]::new);
    assertThat(Hypervolume.of(sphere, new double[] {1.2, 1.2, 1.2}))
        .isBetween(1.728 - Math.PI / 6 - 0.05, 1.728 - Math.PI / 6);
  }

  @Test
  void pointsThatAreNotBetterThanTheReferenceAddNothing() {
    double[][] points = {{1, 0}, {0, 1}, {2, 2}, {-1, 3}, {Double.NaN, 0}, {0, INFINITE}};
    assertThat(Hypervolume.of(points, ones(2))).isZero();
    assertThat(Hypervolume.contributions(points, ones(2))).containsOnly(0);
    assertThat(Hypervolume.of(new double[0][], ones(2))).isZero();
  }

  @Test
  void repeatedPointsCountOnce() {
    double[][] points = {{0, 0.5, 0.5}, {0, 0.5, 0.5}, {0.5, 0, 0}};
    assertThat(Hypervolume.of(points, ones(3)))
        .isEqualTo(Hypervolume.of(new double[][] {{0, 0.5, 0.5}, {0.5, 0, 0}}, ones(3)));
    assertThat(Hypervolume.contributions(points, ones(3)))
        .containsExactly(new double[] {0, 0, 0.375}, within(1e-15));
  }

  @Test
  void anInfinitelyGoodPointMakesTheVolumeInfinite() {
    for (int objectives = 1; objectives <= 4; objectives++) {
      double[] point = new double[objectives];
      point[objectives - 1] = -INFINITE;
      double[][] points = {new double[objectives], point};
      assertThat(Hypervolume.of(points, ones(objectives))).isEqualTo(INFINITE);
      assertThat(Hypervolume.contributions(points, ones(objectives))).containsExactly(0, INFINITE);
    }
  }

  @Test
  void ofTwoInfinitePointsTheDominatedOneAddsNothing() {
    double[][] points = {{-INFINITE, 0.5, 0}, {-INFINITE, 0, 0}, {-INFINITE, 0, -1}, {0, -5, 0}};
    assertThat(Hypervolume.of(points, ones(3))).isEqualTo(INFINITE);
    assertThat(Hypervolume.contributions(points, ones(3))).containsExactly(0, 0, INFINITE, 5);
  }

  @Test
  void refusesAReferenceThatDoesNotFit() {
    assertThatThrownBy(() -> Hypervolume.of(new double[][] {{0, 0}}, ones(3)))
        .hasMessageContaining("3 objectives, but a point has 2");
    assertThatThrownBy(() -> Hypervolume.of(new double[0][], new double[] {0, INFINITE}))
        .hasMessageContaining("finite");
  }
}
