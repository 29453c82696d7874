package org.hone.plugins.gradient;

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

class AccumulationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Accumulation();
  }

  @Test
  void smallBatchesMakeTheGradientOfTheWhole() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    for (int pieces : new int[] {2, 3, 8}) {
      Recipe recipe =
          Trial.with(technique(), plain, Trial.CLASSES, Map.of("micro-batches", pieces));
      List<INDArray> whole = Trial.weights(plain, Trial.CLASSES, 2);
      List<INDArray> split = Trial.weights(recipe, Trial.CLASSES, 2);
      assertThat(Trial.distance(split.get(6), whole.get(6))).isLessThan(1e-5);
    }
  }
}
