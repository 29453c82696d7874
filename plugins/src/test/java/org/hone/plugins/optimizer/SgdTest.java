package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class SgdTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Sgd();
  }

  @Test
  void stepsAgainstTheGradient() {
    Recipe recipe =
        Trial.with(
            technique(),
            Trial.recipe(Trial.CLASSES, new org.nd4j.linalg.learning.config.Adam()),
            Trial.CLASSES,
            Map.of("learning-rate", 0.25));
    List<INDArray> gradients = new ArrayList<>();
    List<INDArray> w =
        Trial.weights(
            Trial.after(recipe, run -> gradients.add(run.gradients().dup())), Trial.CLASSES, 1);
    for (int t = 0; t < 3; t++) {
      assertThat(w.get(t + 1)).isEqualTo(w.get(t).sub(gradients.get(t).mul(0.25)));
    }
  }
}
