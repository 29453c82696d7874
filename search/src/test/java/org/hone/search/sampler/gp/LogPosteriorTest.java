package org.hone.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPosteriorTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 30})
  void slopesAsItChanges(int n) {
    Random random = new Random(n);
    double[][] points = Mixed.points(n, random);
    LogPosterior posterior =
        new LogPosterior(Mixed.AXES, new Prior(Mixed.AXES), points, Mixed.values(points));
    double[] theta = Mixed.hyperparameters(random).logs();
    double[] gradient = new double[theta.length];
    double[] ignored = new double[theta.length];
    posterior.at(theta, gradient);
    for (int i = 0; i < theta.length; i++) {
      double[] up = theta.clone();
      up[i] += STEP;
      double[] down = theta.clone();
      down[i] -= STEP;
      double change = posterior.at(up, ignored) - posterior.at(down, ignored);
      assertThat(gradient[i])
          .as("hyperparameter " + i)
          .isCloseTo(change / (2 * STEP), within(1e-4 * Math.max(1, Math.abs(gradient[i]))));
    }
  }
}
