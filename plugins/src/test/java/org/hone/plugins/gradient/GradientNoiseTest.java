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

class GradientNoiseTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new GradientNoise();
  }

  @Test
  void noiseHasTheVarianceOfThePaperAndFadesSeed5() {
    List<INDArray> seen = new ArrayList<>();
    Recipe plain =
        Trial.before(Trial.recipe(Trial.IMAGES, new Sgd(0)), run -> run.gradients().assign(0));
    Recipe recipe = Trial.with(technique(), plain, Trial.IMAGES, Map.of("variance", 0.25));
    Trial.train(Trial.after(recipe, run -> seen.add(run.gradients().dup())), Trial.IMAGES, 40);
    double first = seen.get(0).stdNumber().doubleValue();
    double last = seen.get(seen.size() - 1).stdNumber().doubleValue();
    assertThat(first).isEqualTo(0.5, within(0.1));
    assertThat(last / first).isEqualTo(Math.pow(seen.size(), -0.275), within(0.1));
  }
}
