package org.hone.plugins.augmentation;

import java.util.List;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.RandomState;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Two classes that lie far apart along one column, with some noise, and close together along
 * others, with hardly any; when it counts, every number has moved a little. Judged by the share of
 * wrong answers.
 *
 * @see <a href="https://arxiv.org/abs/1805.12152">Tsipras et al., ICLR 2019, section 2.1, for such
 *     rows</a>
 */
final class MovedRows {
  private static final int COLUMNS = 9;

  /** Where a number that belongs to a class lies in the end. */
  @FunctionalInterface
  interface Move {
    double of(double number, int side, RandomState random);
  }

  private MovedRows() {}

  static Planted by(Move move) {
    return Planted.of(
        Planted.task(
            Goal.CLASSIFICATION,
            InputShape.table(COLUMNS),
            new Architecture.Mlp(List.of(16), Activation.RELU),
            examples(100, (number, side, random) -> number, 1),
            examples(400, move, 2)),
        20,
        new Adam(1e-2),
        60);
  }

  private static Examples examples(int rows, Move move, long seed) {
    RandomState random = new RandomState(seed);
    INDArray features = Nd4j.zeros(rows, COLUMNS);
    INDArray labels = Nd4j.zeros(rows, 2);
    for (int row = 0; row < rows; row++) {
      int side = row % 2 == 0 ? 1 : -1;
      for (int column = 0; column < COLUMNS; column++) {
        double number =
            column == 0
                ? side + 0.5 * random.nextGaussian()
                : 0.1 * side + 0.05 * random.nextGaussian();
        features.putScalar(row, column, move.of(number, side, random));
      }
      labels.putScalar(row, row % 2, 1);
    }
    return Examples.of(features, labels);
  }
}
