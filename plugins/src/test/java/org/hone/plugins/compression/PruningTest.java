package org.hone.plugins.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.TrainingResult;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

class PruningTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Pruning();
  }

  private Recipe pruned(double sparsity, String scope, List<Double> zeros) {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Adam(0.05));
    Recipe recipe =
        Trial.with(technique(), plain, Trial.CLASSES, Map.of("sparsity", sparsity, "scope", scope));
    return recipe.withFinish(
        trainer -> trainer.run().views().forEach(view -> zeros.add(share(view))));
  }

  private static double share(ParameterView view) {
    INDArray zero = view.weight().eq(0).castTo(DataType.FLOAT);
    return zero.meanNumber().doubleValue();
  }

  /** Of the three matrices 4 x 6, 6 x 6 and 6 x 3, each followed by its bias. */
  @Test
  void eachLayerLosesTheShareAndFineTuningDoesNotBringItBackSeed5() {
    List<Double> zeros = new ArrayList<>();
    TrainingResult result = Trial.train(pruned(0.5, "layer", zeros), Trial.CLASSES, 3);
    assertThat(zeros).containsExactly(0.5, 0.0, 0.5, 0.0, 0.5, 0.0);
    assertThat(result.figures().get(Pruning.SPARSITY)).isEqualTo(0.5);
  }

  @Test
  void orTheWholeNetworkDoesSeed5() {
    List<Double> zeros = new ArrayList<>();
    TrainingResult result = Trial.train(pruned(0.5, "network", zeros), Trial.CLASSES, 3);
    assertThat(zeros.get(0) * 24 + zeros.get(2) * 36 + zeros.get(4) * 18)
        .isEqualTo(39, within(1e-4));
    assertThat(zeros.get(0)).isNotEqualTo(zeros.get(2));
    assertThat(result.figures().get(Pruning.SPARSITY)).isEqualTo(0.5);
  }

  @Test
  void theLargestWeightsLiveSeed5() {
    List<INDArray> before = new ArrayList<>();
    List<INDArray> after = new ArrayList<>();
    Recipe still =
        Trial.recipe(Trial.CLASSES, new Sgd(0))
            .withFinish(trainer -> before.add(trainer.run().views().get(0).weight().dup()));
    Recipe recipe =
        Trial.with(technique(), still, Trial.CLASSES, Map.of("sparsity", 0.75))
            .withFinish(trainer -> after.add(trainer.run().views().get(0).weight().dup()));
    Trial.train(recipe, Trial.CLASSES, 1);
    double smallestAlive = Double.POSITIVE_INFINITY;
    double largestPruned = 0;
    for (int i = 0; i < before.get(0).length(); i++) {
      double size = Math.abs(before.get(0).getDouble(i));
      if (after.get(0).getDouble(i) == 0) {
        largestPruned = Math.max(largestPruned, size);
      } else {
        smallestAlive = Math.min(smallestAlive, size);
        assertThat(after.get(0).getDouble(i)).isEqualTo(before.get(0).getDouble(i));
      }
    }
    assertThat(largestPruned).isPositive().isLessThan(smallestAlive);
  }

  @Test
  void scoresBeforeAndAfterAreRecordedSeed5() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Adam(0.05));
    TrainingResult unpruned = Trial.train(plain, Trial.CLASSES, 10);
    TrainingResult result =
        Trial.train(pruned(0.95, "layer", new ArrayList<>()), Trial.CLASSES, 10);
    assertThat(result.figures().get(Pruning.BEFORE)).isEqualTo(unpruned.score().orElseThrow());
    assertThat(result.figures().get(Pruning.AFTER))
        .isEqualTo(result.score().orElseThrow())
        .isGreaterThan(unpruned.score().orElseThrow());
  }
}
