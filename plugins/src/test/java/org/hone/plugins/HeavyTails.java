package org.hone.plugins;

import java.util.List;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.RandomState;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Numbers to be learnt of which one in twenty-five is a hundred times as large as it should be, so
 * that its gradient is too. Judged by the root of the squared error on rows that are right.
 */
public final class HeavyTails {
  private static final int COLUMNS = 6;

  /** With a hidden layer. */
  public static final Planted ROWS =
      Planted.of(
          Planted.task(
              Goal.REGRESSION,
              InputShape.table(COLUMNS),
              new Architecture.Mlp(List.of(16), Activation.TANH),
              examples(200, 25, 1),
              examples(200, Integer.MAX_VALUE, 2)),
          10,
          new Sgd(0.1),
          20);

  private HeavyTails() {}

  private static Examples examples(int rows, int everySo, long seed) {
    INDArray features = Noise.normal(new RandomState(seed), 1, rows, COLUMNS);
    INDArray targets = Nd4j.zeros(rows, 1);
    for (int row = 0; row < rows; row++) {
      double sum = features.getDouble(row, 0) - features.getDouble(row, 1);
      targets.putScalar(row, 0, row % everySo == everySo - 1 ? 100 * sum : sum);
    }
    return Examples.of(features, targets);
  }
}
