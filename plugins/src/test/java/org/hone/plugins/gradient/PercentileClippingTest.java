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
import org.nd4j.linalg.learning.config.Sgd;

class PercentileClippingTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new PercentileClipping();
  }

  @Test
  void thePercentileLiesBetweenTheNearestTwo() {
    double[] values = {4, 1, 3, 2};
    assertThat(PercentileClipping.percentile(values, 0)).isEqualTo(1);
    assertThat(PercentileClipping.percentile(values, 50)).isEqualTo(2.5);
    assertThat(PercentileClipping.percentile(values, 100)).isEqualTo(4);
    assertThat(PercentileClipping.percentile(values, 10)).isEqualTo(1.3, within(1e-9));
  }

  @Test
  void aGradientLongerThanMostBeforeIsShortened() {
    List<Double> norms = new ArrayList<>();
    Recipe plain =
        Trial.before(
            Trial.recipe(Trial.CLASSES, new Sgd(0)),
            run -> run.gradients().assign(0).putScalar(0, 1.0 + run.progress().step()));
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of("percentile", 50));
    Trial.train(
        Trial.after(recipe, run -> norms.add(run.gradients().norm2Number().doubleValue())),
        Trial.CLASSES,
        1);
    assertThat(norms).containsExactly(1.0, 1.5, 2.0);
  }
}
