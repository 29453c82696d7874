package org.hone.plugins.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class OversamplingTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Oversampling();
  }

  private int[] order(double strength) {
    Recipe recipe =
        Trial.with(
            technique(),
            Trial.recipe(Trial.CLASSES, new Sgd(1)),
            Trial.CLASSES,
            Map.of("strength", strength));
    float[][] labels = new float[20][2];
    for (int row = 0; row < 20; row++) {
      labels[row][row < 16 ? 0 : 1] = 1;
    }
    Progress begin = new Progress(0, 1, 0, 0, 1, List.of());
    return recipe.feed().order().epoch(Nd4j.createFromArray(labels), begin, new RandomState(3));
  }

  @Test
  void theSmallerClassBecomesAsLargeAsTheLargest() {
    assertThat(order(1)).hasSize(32);
    assertThat(IntStream.of(order(1)).filter(row -> row >= 16).boxed())
        .hasSize(16)
        .containsOnly(16, 17, 18, 19);
  }

  @Test
  void orHalfTheWayThereOnALogScale() {
    assertThat(order(0.5)).hasSize(16 + 8);
  }
}
