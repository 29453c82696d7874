package org.hone.plugins.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class AdaptiveClippingTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new AdaptiveClipping();
  }

  @Test
  void aUnitsGradientIsHeldToAShareOfItsWeights() {
    List<INDArray> seen = new ArrayList<>();
    List<INDArray> weights = new ArrayList<>();
    Recipe plain =
        Trial.before(Trial.recipe(Trial.CLASSES, new Sgd(0)), run -> run.gradients().assign(100));
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of("share", 0.1));
    Trial.train(
        Trial.after(
            recipe,
            run -> {
              run.views().forEach(view -> seen.add(view.gradient().dup()));
              run.views().forEach(view -> weights.add(view.weight().dup()));
            }),
        Trial.CLASSES,
        1);
    INDArray allowed = weights.get(0).norm2(0).mul(0.1);
    assertThat(Trial.distance(seen.get(0).norm2(0), allowed)).isLessThan(1e-5);
    // biases are zero at first, and count as 1e-3
    assertThat(seen.get(1).maxNumber().doubleValue()).isEqualTo(1e-4, within(1e-8));
    assertThat(seen.get(4).minNumber().doubleValue()).as("the output layer").isEqualTo(100);
  }
}
