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
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

class AdamTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Adam();
  }

  @Test
  void stepsByTheFormulaOfThePaper() {
    Recipe recipe =
        Trial.with(
            technique(),
            Trial.recipe(Trial.CLASSES, new Sgd(1)),
            Trial.CLASSES,
            Map.of("learning-rate", 0.01));
    List<INDArray> gradients = new ArrayList<>();
    List<INDArray> w =
        Trial.weights(
            Trial.after(recipe, run -> gradients.add(run.gradients().dup())), Trial.CLASSES, 1);
    INDArray m = w.get(0).ulike().assign(0);
    INDArray v = w.get(0).ulike().assign(0);
    for (int t = 1; t <= 3; t++) {
      INDArray g = gradients.get(t - 1);
      m = m.mul(0.9).add(g.mul(0.1));
      v = v.mul(0.999).add(g.mul(g).mul(0.001));
      INDArray mHat = m.div(1 - Math.pow(0.9, t));
      INDArray vHat = v.div(1 - Math.pow(0.999, t));
      INDArray expected = w.get(t - 1).sub(mHat.div(Transforms.sqrt(vHat).add(1e-8)).mul(0.01));
      // Deeplearning4j adds eps to the uncorrected root: a difference of 1e-5 of the step where the
      // gradient is small
      assertThat(Trial.distance(w.get(t), expected)).isLessThan(2e-5);
    }
  }
}
