package org.hone.plugins.architecture;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.RandomState;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Noise;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

class ArchitectureEffectsTest implements Effects {
  /** The sign of a product. */
  private static Planted signs(int columns, int units) {
    return Planted.of(
        Planted.task(
            Goal.CLASSIFICATION,
            InputShape.table(columns),
            new Architecture.Mlp(List.of(units), Activation.RELU),
            examples(columns, 300, 1),
            examples(columns, 300, 2)),
        20,
        new Adam(1e-2),
        30);
  }

  private static Examples examples(int columns, int rows, long seed) {
    INDArray features = Noise.normal(new RandomState(seed), 1, rows, columns);
    INDArray labels = Nd4j.zeros(rows, 2);
    for (int row = 0; row < rows; row++) {
      double product = features.getRow(row).prodNumber().doubleValue();
      labels.putScalar(row, product > 0 ? 1 : 0, 1);
    }
    return Examples.of(features, labels);
  }

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        new Effect(new Width(), Map.of("factor", 4.0), signs(2, 2), 0.6),
        new Effect(new Depth(), Map.of("layers", 2), signs(3, 6), 0.8));
  }
}
