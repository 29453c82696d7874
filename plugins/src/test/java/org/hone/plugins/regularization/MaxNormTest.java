package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.WeightRule;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.hone.plugins.Units;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class MaxNormTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new MaxNorm();
  }

  @Test
  void noUnitsWeightsGrowBeyondTheLimit() {
    List<INDArray> lengths = new ArrayList<>();
    for (Task task : List.of(Trial.CLASSES, Trial.IMAGES)) {
      Recipe wild = Trial.recipe(task, new Sgd(1));
      Recipe recipe =
          Trial.with(technique(), wild, task, Map.of("max-norm", 0.6))
              .withWeights(
                  run ->
                      new WeightRule() {
                        @Override
                        public void afterUpdate() {
                          run.views().stream()
                              .filter(view -> view.key().equals("W"))
                              .forEach(view -> lengths.add(Units.norms(view.weight())));
                        }
                      });
      Trial.train(recipe, task, 2);
    }
    assertThat(lengths)
        .isNotEmpty()
        .allSatisfy(norms -> assertThat(norms.maxNumber().doubleValue()).isLessThan(0.6 + 1e-5))
        .anySatisfy(norms -> assertThat(norms.maxNumber().doubleValue()).isGreaterThan(0.59));
  }

  @Test
  void shortOnesAreLeftAsTheyAre() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0.01));
    List<INDArray> constrained =
        Trial.weights(
            Trial.with(technique(), plain, Trial.CLASSES, Map.of("max-norm", 10)),
            Trial.CLASSES,
            1);
    assertThat(Trial.distance(constrained.get(3), Trial.weights(plain, Trial.CLASSES, 1).get(3)))
        .isLessThan(1e-6);
  }
}
