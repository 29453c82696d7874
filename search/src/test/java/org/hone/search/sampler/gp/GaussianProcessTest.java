package org.hone.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hone.search.sampler.gp.GaussianProcess.Prediction;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {
  private static final double STEP = 1e-6;

  private static Hyperparameters withNoise(double variance) {
    double[] logs = new Prior(Mixed.AXES).centre();
    logs[Hyperparameters.noiseVariance(Mixed.AXES)] = Math.log(variance);
    return new Hyperparameters(logs);
  }

  private static GaussianProcess process(int n, double noise) {
    double[][] points = Mixed.points(n, new Random(1));
    return new GaussianProcess(Mixed.AXES, withNoise(noise), points, Mixed.values(points));
  }

  @Test
  void passesThroughNoiselessObservations() {
    GaussianProcess process = process(30, 1e-9);
    for (double[] x : Mixed.points(30, new Random(1))) {
      assertThat(process.at(x).mu).isCloseTo(Mixed.value(x), within(1e-3));
      assertThat(process.at(x).sigma).isLessThan(1e-3);
    }
  }

  @Test
  void learnsAMixedConditionalFunction() {
    GaussianProcess process = process(120, 1e-6);
    double squares = 0;
    double all = 0;
    double mean = 0;
    double[][] fresh = Mixed.points(200, new Random(2));
    for (double[] x : fresh) {
      mean += Mixed.value(x) / fresh.length;
    }
    for (double[] x : fresh) {
      squares += Math.pow(process.at(x).mu - Mixed.value(x), 2);
      all += Math.pow(Mixed.value(x) - mean, 2);
    }
    assertThat(squares / all).as("unexplained variance").isLessThan(0.02);
  }

  @Test
  void bearsRepeatedPointsWithoutNoise() {
    double[] x = {0.5, 0, 0.5, Double.NaN, Double.NaN};
    GaussianProcess process =
        new GaussianProcess(
            Mixed.AXES,
            withNoise(1e-300),
            new double[][] {x, x.clone(), x.clone()},
            new double[] {1, 2, 3});
    assertThat(process.at(x).mu).isCloseTo(2, within(1e-3));
  }

  @Test
  void slopesAsItChanges() {
    Random random = new Random(3);
    double[][] points = Mixed.points(25, random);
    GaussianProcess process =
        new GaussianProcess(
            Mixed.AXES, Mixed.hyperparameters(random), points, Mixed.values(points));
    double[] x = {0.3, 1, 0.6, 0.2, Double.NaN};
    double[] byMu = new double[x.length];
    double[] bySigma = new double[x.length];
    process.at(x).addSlopes(1, 0, byMu);
    process.at(x).addSlopes(0, 1, bySigma);
    for (int d : new int[] {0, 2, 3}) {
      double[] up = x.clone();
      up[d] += STEP;
      double[] down = x.clone();
      down[d] -= STEP;
      Prediction above = process.at(up);
      Prediction below = process.at(down);
      assertThat(byMu[d]).isCloseTo((above.mu - below.mu) / (2 * STEP), within(1e-5));
      assertThat(bySigma[d]).isCloseTo((above.sigma - below.sigma) / (2 * STEP), within(1e-5));
    }
    assertThat(byMu[1]).as("a category has no slope").isZero();
    assertThat(byMu[4]).as("an inactive parameter has no slope").isZero();
  }
}
