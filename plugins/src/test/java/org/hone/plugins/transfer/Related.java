package org.hone.plugins.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.Update;
import org.hone.api.recipe.WeightRule;
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
 * Two tasks that the same hidden features solve: whether the signs of two columns agree, and, from
 * a few rows only, whether those of two others do too. Weights of the first are on offer.
 */
final class Related {
  private static final int COLUMNS = 8;
  private static final Architecture PLAN = new Architecture.Mlp(List.of(32, 16), Activation.RELU);
  static final Map<String, INDArray> LEARNT = learnt();
  static final Task TASK = withWeights(task(30, false));

  private Related() {}

  /** Mean log loss over three seeds of networks with the technique. */
  static double logLoss(Technique technique, Map<String, ?> strengths) {
    return mean(Trial.with(technique, plain(TASK), TASK, strengths));
  }

  /** The same of networks that start from nothing. */
  static double logLossFromNothing() {
    return mean(plain(TASK));
  }

  static Recipe plain(Task task) {
    return Recipe.of(Feed.shuffled(10), task.network(), Update.of(new Adam(3e-3)));
  }

  private static double mean(Recipe recipe) {
    return LongStream.rangeClosed(1, 3)
        .mapToDouble(
            seed ->
                Trial.ENGINE.train(recipe, TASK, RecordedTerms.of(seed, 20)).score().orElseThrow())
        .average()
        .orElseThrow();
  }

  private static Map<String, INDArray> learnt() {
    Task rich = task(1500, true);
    Map<String, INDArray> learnt = new HashMap<>();
    Recipe recipe =
        plain(rich)
            .withWeights(
                run ->
                    new WeightRule() {
                      @Override
                      public void afterUpdate() {
                        run.views()
                            .forEach(
                                view ->
                                    learnt.put(
                                        view.layer() + "." + view.key(), view.weight().dup()));
                      }
                    });
    Trial.train(recipe, rich, 8);
    return learnt;
  }

  private static Task withWeights(Task task) {
    return task.withNetwork(
        task.network()
            .withPretrained(
                (layer, key) ->
                    layer.equals("output")
                        ? Optional.empty()
                        : Optional.ofNullable(LEARNT.get(layer + "." + key))));
  }

  private static Task task(int rows, boolean first) {
    InputShape table = InputShape.table(COLUMNS);
    return new Task(
        Goal.CLASSIFICATION,
        table,
        2,
        examples(rows, 1, first),
        examples(400, 2, first),
        Optional.empty(),
        Scaling.none(),
        Trial.ENGINE.generate(PLAN, table, Goal.CLASSIFICATION, 2),
        Metrics.named("log-loss"),
        Synonyms.none());
  }

  /** The second task asks the same the other way round: its classes have changed places. */
  private static Examples examples(int rows, long seed, boolean first) {
    INDArray features = Noise.normal(new RandomState(seed), 1, rows, COLUMNS);
    INDArray labels = Nd4j.zeros(rows, 2);
    for (int row = 0; row < rows; row++) {
      boolean agree = features.getDouble(row, 0) * features.getDouble(row, 1) > 0;
      labels.putScalar(row, agree == first ? 1 : 0, 1);
    }
    return Examples.of(features, labels);
  }
}
