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

class ClipByLayerNormTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ClipByLayerNorm();
  }

  @Test
  void onlyTheLayerThatIsTooLongIsShortened() {
    List<INDArray> seen = new ArrayList<>();
    Recipe plain =
        Trial.before(
            Trial.recipe(Trial.CLASSES, new Sgd(0)),
            run -> {
              run.gradients().assign(0);
              run.views().get(0).gradient().putScalar(0, 0, 3);
              run.views().get(1).gradient().putScalar(0, 4);
              run.views().get(2).gradient().putScalar(0, 0, 0.5);
            });
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of("max-norm", 1.0));
    Trial.train(
        Trial.after(recipe, run -> run.views().forEach(view -> seen.add(view.gradient().norm2()))),
        Trial.CLASSES,
        1);
    assertThat(seen.get(0).getDouble(0)).as("weights").isEqualTo(0.6, within(1e-6));
    assertThat(seen.get(1).getDouble(0)).as("biases of the layer").isEqualTo(0.8, within(1e-6));
    assertThat(seen.get(2).getDouble(0)).as("another layer").isEqualTo(0.5, within(1e-6));
  }
}
