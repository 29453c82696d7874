package org.hone.plugins.averaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class EmaTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Ema();
  }

  private Recipe averaged(double decay) {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    return Trial.with(technique(), plain, Trial.CLASSES, Map.of("decay", decay));
  }

  @Test
  void theResultIsTheAverageByHandAfterThreeSteps() {
    List<INDArray> w = Trial.weights(Trial.recipe(Trial.CLASSES, new Sgd(1)), Trial.CLASSES, 1);
    // d = min(0.95, (1 + t) / (10 + t)): 0 at first, then 2/11 and 3/12
    INDArray average = w.get(1);
    average = average.mul(2.0 / 11).add(w.get(2).mul(9.0 / 11));
    average = average.mul(0.25).add(w.get(3).mul(0.75));
    INDArray seen = Predictions.of(Trial.train(averaged(0.95), Trial.CLASSES, 1));
    assertThat(Trial.distance(seen, Predictions.of(average))).isLessThan(1e-6);
    assertThat(Trial.distance(seen, Predictions.of(w.get(3)))).isGreaterThan(1e-4);
  }

  @Test
  void theDecayIsTheLimit() {
    // from step 81 on (1 + t) / (10 + t) > 0.9
    List<INDArray> w = Trial.weights(Trial.recipe(Trial.CLASSES, new Sgd(1)), Trial.CLASSES, 40);
    INDArray average = w.get(1);
    for (int t = 1; t < 120; t++) {
      double d = Math.min(0.9, (1.0 + t) / (10 + t));
      average = average.mul(d).add(w.get(t + 1).mul(1 - d));
    }
    INDArray seen = Predictions.of(Trial.train(averaged(0.9), Trial.CLASSES, 40));
    assertThat(Trial.distance(seen, Predictions.of(average))).isLessThan(1e-4);
  }

  @Test
  void trainingItselfIsNotChanged() {
    assertThat(Trial.weights(averaged(0.99), Trial.CLASSES, 2))
        .isEqualTo(Trial.weights(Trial.recipe(Trial.CLASSES, new Sgd(1)), Trial.CLASSES, 2));
  }
}
