package org.hone.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hone.search.math.Hypervolume;
import org.hone.search.sampler.gp.GaussianProcess.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AcquisitionTest {
  private static final double STEP = 1e-6;

  private static GaussianProcess process(int seed) {
    Random random = new Random(seed);
    double[][] points = Mixed.points(12, random);
    double[] values = Mixed.values(points);
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.5 * random.nextGaussian();
    }
    return new GaussianProcess(Mixed.AXES, Mixed.hyperparameters(random), points, values);
  }

  private static Acquisition hypervolume(int objectives) {
    double[][] front = new double[6][];
    Random random = new Random(3);
    Arrays.setAll(front, i -> random.doubles(objectives).toArray());
    List<GaussianProcess> processes =
        Stream.iterate(1, seed -> seed + 1)
            .limit(objectives)
            .map(AcquisitionTest::process)
            .toList();
    return LogHypervolumeImprovement.of(processes, front, front);
  }

  static Stream<Acquisition> acquisitions() {
    Acquisition improvement = new LogExpectedImprovement(process(1), 0.1);
    Acquisition hopeless = new LogExpectedImprovement(process(1), -50);
    Acquisition feasible = new LogFeasibility(process(2));
    return Stream.of(
        improvement,
        hopeless,
        feasible,
        new AcquisitionSum(List.of(improvement, feasible)),
        hypervolume(2),
        hypervolume(3));
  }

  @ParameterizedTest
  @MethodSource("acquisitions")
  void slopesAsItChanges(Acquisition acquisition) {
    for (double[] x : Mixed.points(10, new Random(9))) {
      double[] gradient = new double[x.length];
      assertThat(acquisition.at(x, gradient)).isEqualTo(acquisition.at(x));
      for (int d : new int[] {0, 2, 3}) {
        if (!Double.isNaN(x[d])) {
          double[] up = x.clone();
          up[d] += STEP;
          double[] down = x.clone();
          down[d] -= STEP;
          double change = (acquisition.at(up) - acquisition.at(down)) / (2 * STEP);
          assertThat(gradient[d]).isCloseTo(change, within(1e-4 * Math.max(1, Math.abs(change))));
        }
      }
    }
  }

  @Test
  void expectsWhatASampleImprovesSeed0() {
    GaussianProcess process = process(1);
    double[] x = {0.3, 1, 0.6, 0.2, Double.NaN};
    Prediction f = process.at(x);
    double best = f.mu - 0.5 * f.sigma;
    Random random = new Random(0);
    double sum = 0;
    for (int i = 0; i < 200_000; i++) {
      sum += Math.max(0, best - f.mu - f.sigma * random.nextGaussian());
    }
    assertThat(Math.exp(new LogExpectedImprovement(process, best).at(x)))
        .isCloseTo(sum / 200_000, within(0.02 * f.sigma));
  }

  @Test
  void expectsTheVolumeThatASampleAddsSeed0() {
    List<GaussianProcess> processes = List.of(process(1), process(2), process(3));
    double[][] front = {{0, 0.5, 1}, {1, 0, 0.5}, {0.5, 1, 0}, {0.4, 0.4, 0.4}};
    double[] reference = {1.1, 1.1, 1.1};
    double[] x = {0.3, 1, 0.6, 0.2, Double.NaN};
    double before = Hypervolume.of(front, reference);
    Random random = new Random(0);
    double sum = 0;
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      double[][] more = Arrays.copyOf(front, 5);
      more[4] =
          processes.stream()
              .map(process -> process.at(x))
              .mapToDouble(f -> f.mu + f.sigma * random.nextGaussian())
              .toArray();
      sum += Hypervolume.of(more, reference) - before;
    }
    double expected = sum / draws;
    assertThat(Math.exp(LogHypervolumeImprovement.of(processes, front, front).at(x)))
        .isCloseTo(expected, within(0.03 * expected));
  }

  @Test
  void remainsFiniteFarFromAnyImprovement() {
    double[][] unreachable = {{-1e3, -1e3}};
    Acquisition acquisition =
        LogHypervolumeImprovement.of(List.of(process(1), process(2)), unreachable, unreachable);
    for (double[] x : Mixed.points(10, new Random(9))) {
      double[] gradient = new double[x.length];
      assertThat(acquisition.at(x, gradient)).isFinite();
      assertThat(Arrays.stream(gradient).allMatch(Double::isFinite)).isTrue();
    }
  }
}
