package org.hone.plugins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStage.Position;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Update;
import org.hone.api.recipe.WeightRule;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.engine.Dl4jEngine;
import org.hone.engine.network.GraphNetwork;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** Trainings of a small task on the real engine, with one technique, watched step by step. */
public final class Trial {
  public static final Dl4jEngine ENGINE = new Dl4jEngine();
  public static final Task CLASSES = SmallTasks.classification(ENGINE);
  public static final Task TARGETS = SmallTasks.regression(ENGINE);
  public static final Task IMAGES = SmallTasks.images(ENGINE);

  private Trial() {}

  /** The task's network in batches of eight, first to last. */
  public static Recipe recipe(Task task, IUpdater updater) {
    Feed inOrder =
        Feed.shuffled(8)
            .withOrder((labels, now, random) -> IntStream.range(0, (int) labels.size(0)).toArray());
    return Recipe.of(inOrder, task.network(), Update.of(updater));
  }

  /**
   * The recipe with the technique at these strengths, as a user would write them, else defaults.
   */
  public static Recipe with(
      Technique technique, Recipe recipe, Task task, Map<String, ?> strengths) {
    SearchSpace space = technique.parameters(task);
    Map<String, Object> all = new HashMap<>(space.defaults().external());
    all.putAll(strengths);
    return technique.apply(recipe, space.fromExternal(all));
  }

  /** With a look at the gradient before any other stage but accumulation; it may be changed. */
  public static Recipe before(Recipe recipe, Consumer<Run> watcher) {
    return recipe.withUpdate(
        update -> update.withStage(GradientStage.after(Position.LOSS_SCALING, watcher)));
  }

  /** With a look at the gradient as the optimizer gets it. */
  public static Recipe after(Recipe recipe, Consumer<Run> watcher) {
    return recipe.withUpdate(
        update -> update.withStage(GradientStage.after(Position.NOISE, watcher)));
  }

  public static TrainingResult train(Recipe recipe, Task task, int epochs) {
    return ENGINE.train(recipe, task, RecordedTerms.of(5, epochs));
  }

  /** The weights before the first step and after each, from seed 5. */
  public static List<INDArray> weights(Recipe recipe, Task task, int epochs) {
    List<INDArray> weights = new ArrayList<>();
    WeightRule.Factory watcher =
        run -> {
          weights.add(run.weights().dup());
          return new WeightRule() {
            @Override
            public void afterUpdate() {
              weights.add(run.weights().dup());
            }
          };
        };
    train(recipe.withWeights(watcher), task, epochs);
    return weights;
  }

  /** The network as Deeplearning4j has it, with weights from seed 5. */
  public static ComputationGraph graph(Network network) {
    ComputationGraph graph =
        new ComputationGraph(((GraphNetwork) network).configuration(5, layer -> new Sgd(1)));
    graph.init();
    return graph;
  }

  /** The same in double precision, for comparing gradients with numeric differences. */
  public static ComputationGraph precise(Network network) {
    return graph(network).convertDataType(DataType.DOUBLE);
  }

  /**
   * The largest difference between the gradient of the summed loss and its numeric estimate, over
   * every third weight.
   *
   * @param which of the arrays, named layer_key
   */
  public static double gradientError(ComputationGraph precise, Task task, Predicate<String> which) {
    DataSet rows =
        new DataSet(
            task.training().features().castTo(DataType.DOUBLE),
            task.training().labels().castTo(DataType.DOUBLE));
    precise.setInput(0, rows.getFeatures());
    precise.setLabels(rows.getLabels());
    precise.computeGradientAndScore();
    double worst = 0;
    for (Map.Entry<String, INDArray> entry : precise.paramTable().entrySet()) {
      if (which.test(entry.getKey())) {
        INDArray weights = entry.getValue();
        INDArray gradient = precise.gradient().getGradientFor(entry.getKey());
        for (long i = 0; i < weights.length(); i += 3) {
          double numeric = numeric(precise, rows, weights, i);
          worst = Math.max(worst, Math.abs(gradient.getDouble(i) - numeric));
        }
      }
    }
    return worst;
  }

  private static double numeric(ComputationGraph graph, DataSet rows, INDArray weights, long i) {
    double own = weights.getDouble(i);
    weights.putScalar(i, own + 1e-6);
    double above = graph.score(rows, true);
    weights.putScalar(i, own - 1e-6);
    double below = graph.score(rows, true);
    weights.putScalar(i, own);
    return rows.numExamples() * (above - below) / 2e-6;
  }

  /** The largest absolute difference. */
  public static double distance(INDArray one, INDArray other) {
    return one.sub(other).amaxNumber().doubleValue();
  }
}
