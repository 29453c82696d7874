package org.hone.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.RowOrder;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.Update;
import org.hone.api.recipe.WeightRule;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.engine.Dl4jEngine;
import org.hone.engine.metrics.Metrics;
import org.hone.engine.network.GraphNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/** What tests of the training loop need again and again. */
public final class Workbench {
  public static final Dl4jEngine ENGINE = new Dl4jEngine();

  private Workbench() {}

  /** A network of one hidden layer of five units for four columns and one target. */
  public static Network oneTarget() {
    return ENGINE.generate(
        new Architecture.Mlp(List.of(5), Activation.TANH), InputShape.table(4), Goal.REGRESSION, 1);
  }

  /** Sixteen rows of noise of four columns, and one target that is the sum of them. */
  public static Examples oneTargetRows(long seed) {
    INDArray features =
        SmallTasks.examples(Goal.REGRESSION, InputShape.table(4), 16, seed).features();
    return Examples.of(features, features.sum(true, 1));
  }

  /** Learns that sum. */
  public static Task oneTargetTask(Scaling scaling) {
    return new Task(
        Goal.REGRESSION,
        InputShape.table(4),
        1,
        oneTargetRows(1),
        oneTargetRows(2),
        Optional.empty(),
        scaling,
        oneTarget(),
        Metrics.named("rmse"),
        Synonyms.none());
  }

  /** A network as it stands before its first step, with weights from seed 5. */
  static LiveGraph live(Network network, IUpdater updater) {
    return new LiveGraph((GraphNetwork) network, new RateControl(Update.of(updater)), 5);
  }

  /** All training rows of a task. */
  static Batch allRows(Task task) {
    return Batch.of(task.training().features(), task.training().labels());
  }

  /** Batch norm before each hidden activation. */
  public static Network normalized(Network network) {
    return network.insert(
        Site::isHidden,
        Network.Side.BEFORE_ACTIVATION,
        site -> new BatchNormalization.Builder().build());
  }

  /** Every row once, first to last. */
  public static RowOrder inOrder() {
    return (labels, now, random) -> IntStream.range(0, (int) labels.size(0)).toArray();
  }

  /** The task's network in batches of eight, first to last. */
  public static Recipe recipe(Task task, IUpdater updater) {
    return Recipe.of(Feed.shuffled(8).withOrder(inOrder()), task.network(), Update.of(updater));
  }

  /** Calls somebody after each update. */
  public static WeightRule.Factory afterUpdate(Consumer<Run> watcher) {
    return run ->
        new WeightRule() {
          @Override
          public void afterUpdate() {
            watcher.accept(run);
          }
        };
  }

  public static TrainingResult train(Recipe recipe, Task task, int epochs) {
    return ENGINE.train(recipe, task, RecordedTerms.of(5, epochs));
  }

  /** The weights after each step of a training from seed 5. */
  public static List<INDArray> weights(Recipe recipe, Task task, int epochs) {
    List<INDArray> weights = new ArrayList<>();
    train(recipe.withWeights(afterUpdate(run -> weights.add(run.weights().dup()))), task, epochs);
    return weights;
  }

  /** The weights after the last step of a training from seed 5. */
  public static INDArray lastWeights(Recipe recipe, Task task, int epochs) {
    List<INDArray> weights = weights(recipe, task, epochs);
    return weights.get(weights.size() - 1);
  }

  /** The largest absolute difference. */
  public static double distance(INDArray one, INDArray other) {
    return one.sub(other).amaxNumber().doubleValue();
  }
}
