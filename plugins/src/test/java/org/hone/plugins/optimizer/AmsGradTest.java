package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.recipe.RandomState;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;

class AmsGradTest implements TechniqueContract {
  private static final int STEPS = 60_000;
  private static final int RARE = 5000;

  @Override
  public AmsGrad technique() {
    return new AmsGrad();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Steps steps = Steps.of(technique(), Map.of("learning-rate", 0.01));
    INDArray m = steps.zeros();
    INDArray v = steps.zeros();
    INDArray largest = steps.zeros();
    for (int t = 1; t <= 3; t++) {
      INDArray g = steps.g(t);
      m = m.mul(0.9).add(g.mul(0.1));
      v = v.mul(0.999).add(g.mul(g).mul(0.001));
      largest = Transforms.max(largest, v);
      INDArray step = m.div(Transforms.sqrt(largest).add(1e-8)).mul(0.01);
      assertThat(steps.error(t, step)).isLessThan(1e-5);
    }
  }

  /**
   * Section 3 of the paper, with rarer gradients, since this Adam forgets after thousands of steps
   * and not after a hundred: x in [-1, 1] is to make the expectation of f(x) small, and that is at
   * -1; but the many gradients that say otherwise are what Adam sees most of the time.
   *
   * <pre>{@code
   * f(x) = C x with probability 1 / 5000, else -x;  C = 15000
   * }</pre>
   */
  @Test
  void goesTheRightWayWhereAdamGoesTheWrongOneByItsMeanOverSeeds1To3() {
    assertThat(whereItStays(new Adam())).isGreaterThan(0.2);
    assertThat(whereItStays(technique())).isLessThan(-0.6);
  }

  /** The mean of x over the later half of the steps. */
  private static double whereItStays(Optimizer optimizer) {
    IUpdater config =
        optimizer.updater(
            optimizer.parameters(Trial.CLASSES).fromExternal(Map.of("learning-rate", 0.01)));
    RandomState[] random = {new RandomState(1), new RandomState(2), new RandomState(3)};
    GradientUpdater<?> updater =
        config.instantiate(Nd4j.zeros(config.stateSize(random.length)), true);
    INDArray gradient = Nd4j.zeros(random.length);
    double[] x = new double[random.length];
    double sum = 0;
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < x.length; i++) {
        gradient.putScalar(i, random[i].nextInt(RARE) == 0 ? 3.0 * RARE : -1.0);
      }
      updater.applyUpdater(gradient, step, 0);
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.max(-1, Math.min(1, x[i] - gradient.getDouble(i)));
        sum += step < STEPS / 2 ? 0 : x[i];
      }
    }
    return sum / (STEPS - STEPS / 2) / x.length;
  }
}
