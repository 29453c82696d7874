package org.hone.plugins.optimizer;

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

class LookaheadTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Lookahead();
  }

  @Test
  void everyFifthStepGoesAPartOfTheWay() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    List<INDArray> fast = Trial.weights(plain, Trial.CLASSES, 2);
    List<INDArray> slow =
        Trial.weights(
            Trial.with(technique(), plain, Trial.CLASSES, Map.of("step", 0.6, "steps", 5)),
            Trial.CLASSES,
            2);
    assertThat(slow.subList(0, 5)).isEqualTo(fast.subList(0, 5));
    INDArray start = fast.get(0);
    INDArray expected = start.add(fast.get(5).sub(start).mul(0.6));
    // the watcher looks after Lookahead, whose step is done by then
    assertThat(Trial.distance(slow.get(5), expected)).isLessThan(1e-6);
  }
}
