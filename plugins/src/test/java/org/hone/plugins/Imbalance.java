package org.hone.plugins;

import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Update;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.engine.metrics.Metrics;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Two overlapping classes, one in fifty rows of which is of the second. */
public final class Imbalance {
  private static final int COLUMNS = 4;
  private static final Task TASK = task();

  private Imbalance() {}

  /** Mean over three seeds, of networks trained with the technique. */
  public static double balancedAccuracy(Technique technique, Map<String, ?> strengths) {
    return mean(Trial.with(technique, plain(), TASK, strengths));
  }

  /** The same without. */
  public static double balancedAccuracyWithout() {
    return mean(plain());
  }

  private static double mean(Recipe recipe) {
    return LongStream.rangeClosed(1, 3)
        .mapToDouble(
            seed ->
                Trial.ENGINE.train(recipe, TASK, RecordedTerms.of(seed, 10)).score().orElseThrow())
        .average()
        .orElseThrow();
  }

  private static Recipe plain() {
    return Recipe.of(Feed.shuffled(50), TASK.network(), Update.of(new Adam(1e-2)));
  }

  private static Task task() {
    InputShape table = InputShape.table(COLUMNS);
    return new Task(
        Goal.CLASSIFICATION,
        table,
        2,
        examples(1000, 1),
        examples(1000, 2),
        Optional.empty(),
        Scaling.none(),
        Trial.ENGINE.generate(
            new Architecture.Mlp(java.util.List.of(8), Activation.RELU),
            table,
            Goal.CLASSIFICATION,
            2),
        Metrics.named("balanced-accuracy"));
  }

  /** The second class lies 0.8 deviations further along every column. */
  private static Examples examples(int rows, long seed) {
    INDArray features = Noise.normal(new org.hone.api.recipe.RandomState(seed), 1, rows, COLUMNS);
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
