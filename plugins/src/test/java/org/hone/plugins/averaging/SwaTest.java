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

class SwaTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Swa();
  }

  @Test
  void theResultIsTheMeanOfTheLastEpochsEnds() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    List<INDArray> w = Trial.weights(plain, Trial.CLASSES, 8);
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of("start", 0.7));
    // ends of epochs after 0.7 of 8 epochs of 3 steps: 6, 7 and 8
    INDArray average = w.get(18).add(w.get(21)).add(w.get(24)).div(3);
    INDArray seen = Predictions.of(Trial.train(recipe, Trial.CLASSES, 8));
    assertThat(Trial.distance(seen, Predictions.of(average))).isLessThan(1e-6);
    assertThat(Trial.distance(seen, Predictions.of(w.get(24)))).isGreaterThan(1e-4);
  }
}
