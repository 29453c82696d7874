package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.ops.transforms.Transforms;

class OneCycleTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new OneCycle();
  }

  @ParameterizedTest(name = "step {0} of 100: {1} and momentum {2}")
  @CsvSource({"0, 0.04, 0.95", "10, 0.52, 0.90", "20, 1, 0.85", "60, 0.50005, 0.90"})
  void ratesRiseAndFallAndMomentumGoesTheOtherWay(int step, double factor, double momentum) {
    Rates rates = OneCycle.schedule(0.2).at(Course.at(step));
    assertThat(rates.factor()).isEqualTo(factor, within(1e-6));
    assertThat(rates.momentum().orElseThrow()).isEqualTo(momentum, within(1e-6));
  }

  /** Four epochs of three steps; the rate is at its peak at the seventh. */
  @Test
  void withAdamTheMomentumIsBeta1() {
    List<INDArray> gradients = new ArrayList<>();
    Recipe adam = Trial.recipe(Trial.CLASSES, new Adam(0.01));
    Recipe recipe = Trial.with(technique(), adam, Trial.CLASSES, Map.of("peak", 0.5));
    List<INDArray> weights =
        Trial.weights(
            Trial.after(recipe, run -> gradients.add(run.gradients().dup())), Trial.CLASSES, 4);
    INDArray m = weights.get(0).ulike().assign(0);
    INDArray v = m.dup();
    for (int t = 1; t <= 12; t++) {
      INDArray g = gradients.get(t - 1);
      double done = (t - 1) / 12.0;
      double wave = (1 - Math.cos(2 * Math.PI * done)) / 2;
      double beta1 = 0.95 - 0.1 * wave;
      double last = t <= 7 ? 1.0 / 25 : 1e-4;
      double rate = 0.01 * (last + (1 - last) * wave);
      m = m.mul(beta1).add(g.mul(1 - beta1));
      v = v.mul(0.999).add(g.mul(g).mul(0.001));
      INDArray root = Transforms.sqrt(v.div(1 - Math.pow(0.999, t))).add(1e-8);
      INDArray step = m.div(1 - Math.pow(beta1, t)).div(root).mul(rate);
      INDArray expected = weights.get(t - 1).sub(step);
      assertThat(Trial.distance(weights.get(t), expected)).as("step %d", t).isLessThan(2e-5);
    }
  }
}
