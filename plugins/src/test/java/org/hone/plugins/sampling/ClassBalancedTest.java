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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class ClassBalancedTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ClassBalanced();
  }

  @Test
  void classesComeInTurnAndRowsOfAClassBeforeAnyRepeats() {
    Recipe recipe =
        Trial.with(technique(), Trial.recipe(Trial.CLASSES, new Sgd(1)), Trial.CLASSES, Map.of());
    INDArray labels =
        Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {0, 1}, {0, 1}});
    Progress begin = new Progress(0, 1, 0, 0, 1, List.of());
    int[] order = recipe.feed().order().epoch(labels, begin, new RandomState(3));
    assertThat(order).hasSize(6);
    assertThat(IntStream.of(order).map(row -> row < 4 ? 0 : 1)).containsExactly(0, 1, 0, 1, 0, 1);
    assertThat(new int[] {order[0], order[2], order[4]}).doesNotHaveDuplicates();
    assertThat(new int[] {order[1], order[3]}).containsExactlyInAnyOrder(4, 5);
  }
}
