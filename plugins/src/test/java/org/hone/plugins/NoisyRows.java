package org.hone.plugins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.RandomState;
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

/**
 * Sixty rows, a sixth of them with a wrong label, and a network large enough to learn those too.
 */
public final class NoisyRows {
  private static final int COLUMNS = 10;
  private static final Task TASK = task();

  private NoisyRows() {}

  /** Mean log loss of rows with right labels over three seeds, of networks with the technique. */
  public static double logLoss(Technique technique, Map<String, ?> strengths) {
    return mean(Trial.with(technique, plain(), TASK, strengths));
  }

  /** The same without. */
  public static double logLossWithout() {
    return mean(plain());
  }

  private static double mean(Recipe recipe) {
    return LongStream.rangeClosed(1, 3)
        .mapToDouble(
            seed ->
                Trial.ENGINE.train(recipe, TASK, RecordedTerms.of(seed, 60)).score().orElseThrow())
        .average()
        .orElseThrow();
  }

  private static Recipe plain() {
    return Recipe.of(Feed.shuffled(20), TASK.network(), Update.of(new Adam(1e-2)));
  }

  private static Task task() {
    InputShape table = InputShape.table(COLUMNS);
    return new Task(
        Goal.CLASSIFICATION,
        table,
        2,
        examples(60, 6, 1),
        examples(500, Integer.MAX_VALUE, 2),
        Optional.empty(),
        Scaling.none(),
        Trial.ENGINE.generate(
            new Architecture.Mlp(List.of(64), Activation.RELU), table, Goal.CLASSIFICATION, 2),
        Metrics.named("log-loss"));
  }

  /** The sum of the first three columns tells the class; every so many rows it is the other. */
  private static Examples examples(int rows, int wrongEvery, long seed) {
    INDArray features = Noise.normal(new RandomState(seed), 1, rows, COLUMNS);
    INDArray labels = Nd4j.zeros(rows, 2);
    for (int row = 0; row < rows; row++) {
      double sum =
          features.getDouble(row, 0) + features.getDouble(row, 1) + features.getDouble(row, 2);
      boolean wrong = row % wrongEvery == wrongEvery - 1;
      labels.putScalar(row, (sum > 0) == wrong ? 0 : 1, 1);
    }
    return Examples.of(features, labels);
  }
}
