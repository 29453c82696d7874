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
 * Few rows, a sixth of them with a wrong label, and a network large enough to learn those too.
 * Judged by the log loss of rows with right labels.
 */
public final class NoisyRows {
  private static final int SIDE = 6;

  /** Sixty rows of five columns, learnt by heart. */
  public static final Planted TABLE =
      planted(InputShape.table(5), new Architecture.Mlp(List.of(64), Activation.RELU), 60, 120);

  /** The same at a higher learning rate, which is how fast decoupled weights decay. */
  public static final Planted FAST =
      TABLE.always(recipe -> recipe.withUpdate(update -> update.withUpdater(new Adam(3e-2))));

  /** Sixty images. */
  public static final Planted IMAGES =
      planted(
          InputShape.image(SIDE, SIDE, 1),
          new Architecture.Cnn(List.of(8), 16, Activation.RELU),
          60,
          40);

  /** Twice as many rows of twice as many columns. */
  public static final Planted MORE =
      planted(InputShape.table(10), new Architecture.Mlp(List.of(64), Activation.RELU), 120, 60);

  /** The sixty rows for layers that can have a way around them. */
  public static final Planted BLOCKS =
      planted(
              InputShape.table(5),
              new Architecture.Mlp(List.of(32, 32, 32), Activation.RELU),
              60,
              60)
          .always(recipe -> recipe.withUpdate(update -> update.withUpdater(new Adam(3e-3))));

  private NoisyRows() {}

  private static Planted planted(InputShape input, Architecture plan, int rows, int epochs) {
    Examples training = examples(input, rows, 6, 1);
    Examples validation = examples(input, 300, Integer.MAX_VALUE, 2);
    Task task = Planted.task(Goal.CLASSIFICATION, input, plan, training, validation);
    return Planted.of(Planted.judgedBy("log-loss", task), 20, new Adam(1e-2), epochs);
  }

  /** The sum of the first three columns tells the class; every so many rows it is the other. */
  private static Examples examples(InputShape input, int rows, int wrongEvery, long seed) {
    int columns = input.sizes().stream().reduce(1, (one, other) -> one * other);
    INDArray features = Noise.normal(new RandomState(seed), 1, rows, columns);
    INDArray labels = Nd4j.zeros(rows, 2);
    for (int row = 0; row < rows; row++) {
      double sum =
          features.getDouble(row, 0) + features.getDouble(row, 1) + features.getDouble(row, 2);
      boolean wrong = row % wrongEvery == wrongEvery - 1;
      labels.putScalar(row, (sum > 0) == wrong ? 0 : 1, 1);
    }
    boolean image = input.kind() == InputShape.Kind.IMAGE;
    return Examples.of(image ? features.reshape(rows, 1, SIDE, SIDE) : features, labels);
  }
}
