package org.hone.plugins;

import java.util.List;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.RandomState;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Two overlapping classes, one in fifty rows of which is of the second. Judged by what balanced
 * accuracy leaves to 1: a network that has only the first class leaves a half.
 */
public final class Imbalance {
  private static final int COLUMNS = 4;

  /** A thousand rows. */
  public static final Planted ROWS = Planted.of(task(), 50, new Adam(1e-2), 10);

  private Imbalance() {}

  private static Task task() {
    return Planted.judgedBy(
        "balanced-accuracy",
        Planted.task(
            Goal.CLASSIFICATION,
            InputShape.table(COLUMNS),
            new Architecture.Mlp(List.of(8), Activation.RELU),
            examples(1000, 1),
            examples(1000, 2)));
  }

  /** The second class lies 0.8 deviations further along every column. */
  private static Examples examples(int rows, long seed) {
    INDArray features = Noise.normal(new RandomState(seed), 1, rows, COLUMNS);
    INDArray labels = Nd4j.zeros(rows, 2);
    for (int row = 0; row < rows; row++) {
      boolean rare = row % 50 == 0;
      labels.putScalar(row, rare ? 1 : 0, 1);
      if (rare) {
        features.getRow(row).addi(0.8);
      }
    }
    return Examples.of(features, labels);
  }
}
