package org.hone.plugins.regularization;

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
import org.nd4j.linalg.ops.transforms.Transforms;

class ElasticTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Elastic();
  }

  @Test
  void theStepOfWeightsHasThePenaltyInItAndThatOfBiasesHasNot() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0.1));
    List<INDArray> before = Trial.weights(plain, Trial.CLASSES, 1);
    List<INDArray> after =
        Trial.weights(
            Trial.with(technique(), plain, Trial.CLASSES, Map.of("l1", 0.005, "l2", 0.05)),
            Trial.CLASSES,
            1);
    INDArray w = before.get(0).get(NDArrayIndex.interval(0, 24));
    INDArray more = before.get(1).sub(after.get(1));
    // the first layer's 4 x 6 weights, then its 6 biases
    assertThat(
            Trial.distance(
                more.get(NDArrayIndex.interval(0, 24)),
                w.mul(0.05).add(Transforms.sign(w).mul(0.005)).mul(0.1)))
        .isLessThan(1e-6);
    assertThat(more.get(NDArrayIndex.interval(24, 30)).amaxNumber().doubleValue()).isLessThan(1e-7);
  }
}
