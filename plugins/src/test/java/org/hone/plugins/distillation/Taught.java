package org.hone.plugins.distillation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.Update;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.engine.metrics.Metrics;
import org.hone.plugins.Noise;
import org.hone.plugins.Trial;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A small network with sixty rows, one in six of them labelled wrong, whose teacher has seen two
 * thousand that were right.
 */
final class Taught {
  private static final int COLUMNS = 6;
  private static final Task TASK = task(60, 6, 8);
  private static final Inference TEACHER = teacher();

  private Taught() {}

  static double logLoss(Technique technique, Map<String, ?> strengths) {
    return mean(Trial.with(technique, plain(TASK), TASK, strengths));
  }

  static double logLossAlone() {
    return mean(plain(TASK));
  }

  private static double mean(Recipe recipe) {
    return LongStream.rangeClosed(1, 3)
        .mapToDouble(
            seed ->
                Trial.ENGINE
                    .train(recipe, TASK, RecordedTerms.of(seed, 40).withTeacher(TEACHER))
                    .score()
                    .orElseThrow())
        .average()
        .orElseThrow();
  }

  private static Inference teacher() {
    Task rich = task(2000, Integer.MAX_VALUE, 64);
    return Trial.train(plain(rich), rich, 6).model().orElseThrow();
  }

  private static Recipe plain(Task task) {
    return Recipe.of(Feed.shuffled(20), task.network(), Update.of(new Adam(5e-3)));
  }

  private static Task task(int rows, int wrongEvery, int units) {
    InputShape table = InputShape.table(COLUMNS);
    return new Task(
        Goal.CLASSIFICATION,
        table,
        3,
        examples(rows, wrongEvery, 1),
        examples(500, Integer.MAX_VALUE, 2),
        Optional.empty(),
        Scaling.none(),
        Trial.ENGINE.generate(
            new Architecture.Mlp(List.of(units), Activation.RELU), table, Goal.CLASSIFICATION, 3),
        Metrics.named("log-loss"),
        Synonyms.none());
  }

  /** The largest of the first three columns tells the class; every so many rows it is the next. */
  private static Examples examples(int rows, int wrongEvery, long seed) {
    INDArray features = Noise.normal(new RandomState(seed), 1, rows, COLUMNS);
    INDArray labels = Nd4j.zeros(rows, 3);
    for (int row = 0; row < rows; row++) {
      int largest = 0;
      for (int i = 1; i < 3; i++) {
        largest = features.getDouble(row, i) > features.getDouble(row, largest) ? i : largest;
      }
      boolean wrong = row % wrongEvery == wrongEvery - 1;
      labels.putScalar(row, wrong ? (largest + 1) % 3 : largest, 1);
    }
    return Examples.of(features, labels);
  }
}
