package org.hone.plugins.gradient;

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

class CentralizationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Centralization();
  }

  @Test
  void whatLeadsIntoAUnitHasAGradientOfMeanZero() {
    List<INDArray> seen = new ArrayList<>();
    Recipe recipe =
        Trial.with(technique(), Trial.recipe(Trial.IMAGES, new Sgd(1)), Trial.IMAGES, Map.of());
    Trial.train(
        Trial.after(recipe, run -> run.views().forEach(view -> seen.add(view.gradient().dup()))),
        Trial.IMAGES,
        1);
    INDArray kernels = seen.get(1).rank() == 4 ? seen.get(1) : seen.get(0);
    assertThat(kernels.mean(1, 2, 3).amaxNumber().doubleValue()).isLessThan(1e-6);
    INDArray matrix = seen.stream().filter(g -> g.rank() == 2 && g.size(0) > 1).findFirst().get();
    assertThat(matrix.mean(0).amaxNumber().doubleValue()).isLessThan(1e-6);
    assertThat(matrix.amaxNumber().doubleValue()).isPositive();
  }
}
