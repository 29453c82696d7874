package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hone.search.testkit.GoodnessOfFit.assertFrequencies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureDensityTest {
  private static final List<Distribution> KINDS =
      List.of(
          FloatDistribution.of(0, 1),
          FloatDistribution.log(1e-3, 1),
          IntDistribution.of(0, 30),
          CategoricalDistribution.of("a", "b", "c"),
          IntDistribution.log(1, 300));

  private final SplittableRandom random = new SplittableRandom(5);

  private Axis axis(int d) {
    return Axis.of(Parameter.of("x", KINDS.get(d % KINDS.size())));
  }

  private double coordinate(Axis axis) {
    return axis.isCategorical()
        ? random.nextInt(axis.categories())
        : axis.snap(random.nextDouble());
  }

  private double[] column(Axis axis, int n) {
    return IntStream.range(0, n).mapToDouble(i -> coordinate(axis)).toArray();
  }

  private ParzenEstimator estimator(int dimensions, int n) {
    List<Kernels> kernels = new ArrayList<>();
    for (int d = 0; d < dimensions; d++) {
      kernels.add(Kernels.of(axis(d), Observations.of(column(axis(d), n)), 1));
    }
    double[] weights = random.doubles(n + 1).toArray();
    return new ParzenEstimator(weights, kernels);
  }

  /** Component by component, nothing left out. */
  private static double[] shares(ParzenEstimator estimator, double[] point) {
    double[] shares = new double[estimator.size()];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = estimator.logWeight(k);
      for (int d = 0; d < point.length; d++) {
        Kernels kernels = estimator.dimensions().get(d);
        shares[k] += kernels.peak(k) + kernels.drop(k, point[d]);
      }
    }
    return shares;
  }

  private static double logDensity(ParzenEstimator estimator, double[] point) {
    return Math.log(Arrays.stream(shares(estimator, point)).map(Math::exp).sum());
  }

  private double[] point(ParzenEstimator estimator, boolean near) {
    return near
        ? estimator.draw(random)
        : IntStream.range(0, estimator.dimensions().size())
            .mapToDouble(d -> coordinate(axis(d)))
            .toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 12})
  void leavesOutNothingThatCouldBeSeen(int dimensions) {
    for (int n : new int[] {0, 1, 10, 700}) {
      ParzenEstimator estimator = estimator(dimensions, n);
      MixtureDensity density = estimator.density();
      for (int i = 0; i < 30; i++) {
        double[] point = point(estimator, i % 2 == 0);
        double expected = logDensity(estimator, point);
        assertThat(density.log(point)).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 12})
  void isTheSameAlongLines(int dimensions) {
    for (int n : new int[] {0, 1, 10, 700}) {
      ParzenEstimator estimator = estimator(dimensions, n);
      MixtureDensity density = estimator.density();
      for (int i = 0; i < 5; i++) {
        double[] point = point(estimator, i % 2 == 0);
        for (int d = 0; d < dimensions; d++) {
          density.along(point, d);
          double[] moved = point.clone();
          moved[d] = coordinate(axis(d));
          double expected = logDensity(estimator, moved);
          assertThat(density.logAt(moved[d]))
              .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
      }
    }
  }

  @Test
  void drawsComponentsByTheirMassOnTheLineSeed5() {
    Axis line = axis(0);
    ParzenEstimator estimator =
        new ParzenEstimator(
            new double[] {1, 2, 1},
            List.of(
                Kernels.of(line, Observations.of(0.1, 0.4), 1),
                Kernels.of(line, Observations.of(0.2, 0.9), 1)));
    double[] point = {0.7, 0.5};
    double[] masses = new double[3];
    for (int k = 0; k < masses.length; k++) {
      Kernels other = estimator.dimensions().get(1);
      masses[k] = Math.exp(estimator.logWeight(k) + other.peak(k) + other.drop(k, point[1]));
    }
    double total = Arrays.stream(masses).sum();
    MixtureDensity density = estimator.density();
    density.along(point, 0);
    long[] counts = new long[3];
    for (int i = 0; i < 100_000; i++) {
      counts[density.componentAlong(random)]++;
    }
    assertFrequencies(Arrays.stream(masses).map(mass -> mass / total).toArray(), counts);
  }
}
