package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.engine.kernel.OwnLayers;
import org.hone.engine.network.GraphNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * Without techniques our loop is ComputationGraph.fit, bit for bit where layers are
 * Deeplearning4j's, and but for rounding where they are Hone's.
 */
class SameAsFitTest {
  private static final int EPOCHS = 4;

  // dividing by seven rounds, and a batch of three is left
  private static final int BATCH = 7;

  /** Of a weight after all steps. */
  private static final double ROUNDING = 2e-4;

  static Stream<Arguments> trainings() {
    Task mlp = SmallTasks.classification(Workbench.ENGINE);
    Task cnn = SmallTasks.images(Workbench.ENGINE);
    return Stream.of(
        arguments("mlp, adam", mlp, new Adam(0.01)),
        arguments("mlp, sgd", mlp, new Sgd(0.1)),
        arguments("mlp, nesterovs", mlp, new Nesterovs(0.1, 0.9)),
        arguments("mlp, rmsprop", mlp, new RmsProp(0.01)),
        arguments("regression, adam", SmallTasks.regression(Workbench.ENGINE), new Adam(0.01)),
        arguments("mlp with batch norm, adam", edited(mlp, Workbench::normalized), new Adam(0.01)),
        arguments(
            "mlp with batch norm, nesterovs",
            edited(mlp, Workbench::normalized),
            new Nesterovs(0.1, 0.9)),
        arguments("mlp with dropout, adam", edited(mlp, SameAsFitTest::dropped), new Adam(0.01)),
        arguments(
            "mlp with l2 and decay, sgd", edited(mlp, SameAsFitTest::penalised), new Sgd(0.1)),
        arguments(
            "mlp with l2 and decay, adam", edited(mlp, SameAsFitTest::penalised), new Adam(0.01)),
        arguments("mlp with l1, sgd", edited(mlp, SameAsFitTest::sparse), new Sgd(0.1)),
        arguments("mlp, amsgrad", mlp, new AMSGrad(0.01)),
        arguments("mlp, an author's rule", mlp, PeakScaled.at(0.05)),
        arguments(
            "mlp with l2 and decay, an author's rule",
            edited(mlp, SameAsFitTest::penalised),
            PeakScaled.at(0.05)),
        arguments("cnn, adam", cnn, new Adam(0.01)),
        arguments("cnn, sgd", cnn, new Sgd(0.1)),
        arguments("cnn, nesterovs", cnn, new Nesterovs(0.1, 0.9)),
        arguments("cnn with batch norm, adam", edited(cnn, Workbench::normalized), new Adam(0.01)));
  }

  private static Task edited(Task task, UnaryOperator<Network> edit) {
    return task.withNetwork(edit.apply(task.network()));
  }

  private static Network dropped(Network network) {
    return network.mapLayers(
        site -> site.depth() > 0,
        layer -> {
          layer.setIDropout(new Dropout(0.7));
          return layer;
        });
  }

  private static Network penalised(Network network) {
    return network.mapLayers(
        Site::isHidden,
        layer -> {
          ((BaseLayer) layer)
              .setRegularization(List.of(new L2Regularization(0.1), new WeightDecay(0.05, true)));
          return layer;
        });
  }

  private static Network sparse(Network network) {
    return network.mapLayers(
        Site::isHidden,
        layer -> {
          ((BaseLayer) layer).setRegularization(List.of(new L1Regularization(0.1)));
          return layer;
        });
  }

  @ParameterizedTest(name = "{0}, seed 5")
  @MethodSource("trainings")
  void theWeightsAreThoseOfFit(String name, Task task, IUpdater updater) {
    System.setProperty(OwnLayers.SWITCH, "off");
    try {
      List<INDArray> ours = ours(task, updater);
      INDArray last = ours.get(ours.size() - 1);
      assertThat(Workbench.distance(last, fit(task, updater))).isZero();
      assertThat(Workbench.distance(last, ours.get(0))).isGreaterThan(1e-3);
    } finally {
      System.clearProperty(OwnLayers.SWITCH);
    }
  }

  /**
   * Not batch norm with Adam: the biases before it have a gradient of nothing but rounding, which
   * Adam makes as large as any.
   */
  static Stream<Arguments> trainingsOfOwnLayers() {
    Task cnn = SmallTasks.images(Workbench.ENGINE);
    Task normalized = edited(cnn, Workbench::normalized);
    return Stream.of(
        arguments("cnn, adam", cnn, new Adam(0.01)),
        arguments("cnn, sgd", cnn, new Sgd(0.1)),
        arguments("cnn with batch norm, sgd", normalized, new Sgd(0.1)),
        arguments("cnn with batch norm, nesterovs", normalized, new Nesterovs(0.1, 0.9)),
        arguments(
            "mlp with batch norm, nesterovs",
            edited(SmallTasks.classification(Workbench.ENGINE), Workbench::normalized),
            new Nesterovs(0.1, 0.9)));
  }

  @ParameterizedTest(name = "{0}, seed 5")
  @MethodSource("trainingsOfOwnLayers")
  void ownLayersMoveTheWeightsByRoundingOnly(String name, Task task, IUpdater updater) {
    List<INDArray> ours = ours(task, updater);
    assertThat(Workbench.distance(ours.get(ours.size() - 1), fit(task, updater)))
        .isLessThan(ROUNDING);
  }

  private static List<INDArray> ours(Task task, IUpdater updater) {
    Recipe recipe =
        Workbench.recipe(task, updater)
            .withFeed(feed -> Feed.shuffled(BATCH).withOrder(feed.order()));
    return Workbench.weights(recipe, task, EPOCHS);
  }

  private static INDArray fit(Task task, IUpdater updater) {
    ComputationGraph graph =
        new ComputationGraph(
            ((GraphNetwork) task.network()).configuration(5, layer -> updater.clone()));
    graph.init();
    Nd4j.getRandom().setSeed(5);
    INDArray features = task.training().features();
    INDArray labels = task.training().labels();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int from = 0; from < SmallTasks.ROWS; from += BATCH) {
        var rows = NDArrayIndex.interval(from, Math.min(SmallTasks.ROWS, from + BATCH));
        graph.fit(new DataSet(features.get(rows).dup(), labels.get(rows).dup()));
      }
    }
    return graph.params().reshape(graph.numParams());
  }
}
