package org.hone.plugins.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

class FeatureExtractionTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new FeatureExtraction();
  }

  @Test
  void onlyTheOutputMoves() {
    Recipe recipe =
        Trial.with(technique(), Trial.recipe(Related.TASK, new Sgd(0.1)), Related.TASK, Map.of());
    List<INDArray> weights = Trial.weights(recipe, Related.TASK, 1);
    INDArray moved = weights.get(weights.size() - 1).sub(weights.get(0));
    long hidden = 8 * 32 + 32 + 32 * 16 + 16;
    assertThat(moved.get(NDArrayIndex.interval(0, hidden)).amaxNumber().doubleValue()).isZero();
    assertThat(moved.get(NDArrayIndex.interval(hidden, moved.length())).aminNumber().doubleValue())
        .isPositive();
  }

  @Test
  void itHelpsWhereThereAreFewRows() {
    assertThat(Related.logLoss(technique(), Map.of()))
        .isLessThan(0.8 * Related.logLossFromNothing());
  }
}
