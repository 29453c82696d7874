package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.engine.kernel.OwnLayers;
import org.hone.engine.network.GraphNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nadam;

/** A layer whose rate is 0 stays as it is, whatever else happens. */
class FrozenLayersTest {
  private static final Task PLAIN = SmallTasks.classification(Workbench.ENGINE);
  private static final Task TASK = PLAIN.withNetwork(Workbench.normalized(PLAIN.network()));
  private static final Map<String, Double> FROZEN =
      Map.of("dense-1", 0.0, "dense-1-batchnormalization", 0.0);

  private static Recipe recipe() {
    return Workbench.recipe(TASK, new Adam(0.05))
        .withUpdate(update -> update.withRateByLayer(FROZEN));
  }

  private static ComputationGraph graph(INDArray weights) {
    GraphNetwork network = (GraphNetwork) TASK.network();
    ComputationGraph graph = new ComputationGraph(network.configuration(5, layer -> new Adam()));
    graph.init();
    if (!weights.isEmpty()) {
      graph.setParams(weights);
    }
    return graph;
  }

  private static LiveGraph live(Set<String> frozen) {
    return Workbench.live(((GraphNetwork) TASK.network()).frozen(frozen), new Adam(0.05));
  }

  @Test
  void neitherWeightsNorStatisticsMove() {
    INDArray after = Workbench.lastWeights(recipe(), TASK, 3);
    INDArray start = live(Set.of()).weights();
    Map<String, INDArray> now = graph(after).paramTable();
    graph(start)
        .paramTable()
        .forEach(
            (name, before) -> {
              boolean frozen = name.startsWith("dense-1");
              assertThat(now.get(name).equals(before)).as(name).isEqualTo(frozen);
            });
  }

  @Test
  void techniquesSeeWhatIsTrainedOnly() {
    List<String> layers = new ArrayList<>();
    Workbench.train(
        recipe()
            .withWeights(
                Workbench.afterUpdate(
                    run -> run.views().stream().map(ParameterView::layer).forEach(layers::add))),
        TASK,
        1);
    assertThat(layers).contains("dense-2", "dense-2-batchnormalization", "output");
    assertThat(layers).doesNotContainAnyElementsOf(FROZEN.keySet());
  }

  /** Batch norm by its statistics, which are 0 and 1 in the beginning: hardly anything. */
  @Test
  void aFrozenNormalizationComputesAsAtInference() {
    Batch batch = Workbench.allRows(TASK);
    double moving = live(Set.of()).computeGradient(batch);
    double frozen =
        live(Set.of("dense-1-batchnormalization", "dense-2-batchnormalization"))
            .computeGradient(batch);
    double atInference =
        graph(live(Set.of()).weights()).score(new DataSet(batch.features(), batch.labels()), false);
    assertThat(frozen).isEqualTo(atInference, within(1e-6));
    assertThat(moving).isNotCloseTo(atInference, within(1e-3));
  }

  @Test
  void stepsAreReplayedToTheSameBits() {
    assertThat(
            ReplayRule.allows(
                ((GraphNetwork) TASK.network())
                    .frozen(FROZEN.keySet())
                    .configuration(5, layer -> new Adam())))
        .isTrue();
    Recipe plain =
        Workbench.recipe(PLAIN, new Adam(0.05))
            .withUpdate(update -> update.withRateByLayer(Map.of("dense-1", 0.0)));
    GraphNetwork own = ((GraphNetwork) PLAIN.network()).frozen(Set.of("dense-1"));
    LiveGraph graph = Workbench.live(own, new Adam(0.05));
    RateControl rates = new RateControl(plain.update());
    ComputationGraph stock =
        new ComputationGraph(
            own.trainingConfiguration(5, rates::updaterFor, Optional::empty, sum -> {}));
    stock.init();
    Batch batch = Workbench.allRows(PLAIN);
    for (int step = 0; step < 6; step++) {
      graph.computeGradient(batch);
      stock.setInput(0, batch.features());
      stock.setLabels(batch.labels());
      stock.computeGradientAndScore();
      assertThat(graph.gradients())
          .isEqualTo(stock.getFlattenedGradients().reshape(stock.numParams()).div(batch.size()));
      graph.skipUpdate();
    }
  }

  /** Of a network of convolutions all of whose layers but the output are frozen. */
  @Test
  void whatLearnsGetsTheSameGradientsToTheBitAlthoughThePassEndsEarly() {
    Task images = SmallTasks.images(Workbench.ENGINE);
    GraphNetwork normalized = (GraphNetwork) Workbench.normalized(images.network());
    Set<String> hidden =
        normalized.sites().stream()
            .map(Site::name)
            .filter(name -> !name.equals("output"))
            .collect(Collectors.toSet());
    GraphNetwork own = normalized.frozen(hidden);
    LiveGraph graph = Workbench.live(own, new Adam(0.05));
    RateControl rates = new RateControl(Workbench.recipe(images, new Adam(0.05)).update());
    ComputationGraph stock =
        new ComputationGraph(
            own.trainingConfiguration(5, rates::updaterFor, Optional::empty, sum -> {}));
    stock.init();
    OwnLayers.putInto(stock);
    Batch batch = Workbench.allRows(images);
    for (int step = 0; step < 6; step++) {
      graph.computeGradient(batch);
      stock.setInput(0, batch.features());
      stock.setLabels(batch.labels());
      stock.computeGradientAndScore();
      assertThat(graph.gradients())
          .isEqualTo(stock.getFlattenedGradients().reshape(stock.numParams()).div(batch.size()));
      graph.applyUpdate(batch.size());
      stock.params().assign(graph.weights());
    }
  }

  @Test
  void thePassGoesBackNoFurtherThanSomebodyLearnsUnlessItIsToBeWhole() {
    TraceableGraph graph =
        new TraceableGraph(((GraphNetwork) PLAIN.network()).configuration(5, layer -> new Adam()));
    graph.init();
    Batch batch = Workbench.allRows(PLAIN);
    graph.setInput(0, batch.features());
    graph.setLabels(batch.labels());
    GraphPass.outsideWorkspaces(
        graph,
        () -> {
          graph.computeGradientAndScore();
          assertThat(graph.inputGradient()).isNotNull();
          INDArray before = graph.getFlattenedGradients().dup();
          graph.getFlattenedGradients().assign(0);

          assertThat(graph.endBackwardAbove("dense-2"::equals))
              .containsExactlyInAnyOrder("input", "dense-1");
          graph.computeGradientAndScore();
          assertThat(graph.inputGradient()).isNull();
          long frozen = graph.getVertex("dense-1").numParams();
          INDArray after = graph.getFlattenedGradients();
          assertThat(after.get(NDArrayIndex.all(), NDArrayIndex.interval(0, frozen)))
              .isEqualTo(Nd4j.zeros(1, frozen));
          assertThat(after.get(NDArrayIndex.all(), NDArrayIndex.interval(frozen, after.length())))
              .isEqualTo(
                  before.get(NDArrayIndex.all(), NDArrayIndex.interval(frozen, before.length())));

          graph.whole(graph::computeGradientAndScore);
          assertThat(graph.inputGradient()).isNotNull();
          assertThat(graph.getFlattenedGradients()).isEqualTo(before);
        });
  }

  @Test
  void inputsStillHaveGradients() {
    Batch batch = Workbench.allRows(PLAIN);
    LiveGraph frozen =
        Workbench.live(((GraphNetwork) PLAIN.network()).frozen(Set.of("dense-1")), new Adam(0.05));
    LiveGraph learning = Workbench.live(PLAIN.network(), new Adam(0.05));
    frozen.computeGradient(batch);
    assertThat(frozen.inputGradients(batch)).isEqualTo(learning.inputGradients(batch));
    double loss = frozen.computeGradient(batch);
    assertThat(loss).isEqualTo(learning.computeGradient(batch));
  }

  /** Which has no update in one pass over all weights. */
  @Test
  void anOptimizerOfAnyKindLeavesThemAlone() {
    INDArray after =
        Workbench.lastWeights(
            recipe().withUpdate(update -> update.withUpdater(new Nadam(0.05))), TASK, 3);
    INDArray start = live(Set.of()).weights();
    assertThat(graph(after).getParam("dense-1_W")).isEqualTo(graph(start).getParam("dense-1_W"));
    assertThat(graph(after).getParam("dense-2_W")).isNotEqualTo(graph(start).getParam("dense-2_W"));
  }

  @Test
  void theModelIsSavedAsIfNothingHadBeenFrozen(@TempDir Path folder) throws Exception {
    TrainingResult result = Workbench.train(recipe(), TASK, 2);
    Path file = folder.resolve("model.zip");
    result.model().orElseThrow().save(file);
    ComputationGraph loaded = ComputationGraph.load(file.toFile(), false);
    assertThat(loaded.getConfiguration().toJson())
        .doesNotContain(FrozenLayerWithBackprop.class.getSimpleName());
    INDArray rows = TASK.validation().features();
    assertThat(loaded.outputSingle(rows)).isEqualTo(result.model().orElseThrow().predict(rows));
  }

  /** In double precision, against numeric differences of the input. */
  @Test
  void theWayBackThroughAFrozenNormalizationIsRight() {
    GraphNetwork network =
        ((GraphNetwork) TASK.network())
            .frozen(Set.of("dense-1-batchnormalization", "dense-2-batchnormalization"));
    ComputationGraph graph = new ComputationGraph(network.configuration(5, layer -> new Adam()));
    graph.init();
    graph = graph.convertDataType(DataType.DOUBLE);
    OwnLayers.putInto(graph);
    graph.paramTable().get("dense-1-batchnormalization_log10stdev").assign(0.3);
    graph.paramTable().get("dense-1-batchnormalization_gamma").assign(1.7);
    DataSet rows =
        new DataSet(
            TASK.training().features().castTo(DataType.DOUBLE),
            TASK.training().labels().castTo(DataType.DOUBLE));
    graph.setInput(0, rows.getFeatures());
    graph.setLabels(rows.getLabels());
    graph.computeGradientAndScore();
    INDArray weights = graph.getParam("dense-1_W");
    INDArray gradient = graph.gradient().getGradientFor("dense-1_W");
    for (int i = 0; i < 4; i++) {
      double own = weights.getDouble(i, i);
      weights.putScalar(i, i, own + 1e-6);
      double above = graph.score(rows, true);
      weights.putScalar(i, i, own - 1e-6);
      double below = graph.score(rows, true);
      weights.putScalar(i, i, own);
      assertThat(gradient.getDouble(i, i))
          .isCloseTo(rows.numExamples() * (above - below) / 2e-6, within(1e-6));
    }
  }
}
