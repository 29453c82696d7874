package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.conf.weightnoise.WeightNoise;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.layer.Normalization;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.Update;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.engine.backend.Fingerprints;
import org.hone.engine.kernel.OwnLayers;
import org.hone.engine.network.GraphNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

class RoundTripsTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final Task CNN = SmallTasks.images(Workbench.ENGINE);

  static Stream<Task> tasks() {
    return Stream.of(
        MLP,
        CNN,
        CNN.withNetwork(Workbench.normalized(CNN.network())),
        MLP.withNetwork(silenced(new Dropout(0.5))),
        MLP.withNetwork(connected(new DropConnect(0.7))),
        MLP.withNetwork(silenced(new GaussianDropout(0.3))),
        MLP.withNetwork(silenced(new GaussianNoise(0.1))),
        MLP.withNetwork(silenced(new AlphaDropout(0.8))),
        CNN.withNetwork(
            CNN.network()
                .mapLayers(
                    site -> site.kind() == Site.Kind.CONVOLUTION,
                    layer -> silent(layer, new SpatialDropout(0.5)))),
        MLP.withNetwork(normalized(MLP.network(), Normalization.ofRows())),
        CNN.withNetwork(normalized(CNN.network(), Normalization.ofGroups(2))),
        CNN.withNetwork(normalized(CNN.network(), Normalization.ofRootMeanSquare())),
        SmallTasks.regression(Workbench.ENGINE),
        SmallTasks.sequences(Workbench.ENGINE),
        SmallTasks.any(
            Workbench.ENGINE,
            Goal.CLASSIFICATION,
            InputShape.sequence(2, 3),
            new Architecture.Lstm(List.of(3, 2), true, 1, Activation.TANH)));
  }

  @Test
  void networksOverStepsMayBeReplayed() {
    tasks().forEach(task -> assertThat(allows(task.network())).isTrue());
  }

  private static Network silenced(IDropout dropout) {
    return MLP.network().mapLayers(site -> site.depth() > 0, layer -> silent(layer, dropout));
  }

  private static Network connected(IWeightNoise noise) {
    return MLP.network()
        .mapLayers(
            Site::isHidden,
            layer -> {
              ((BaseLayer) layer).setWeightNoise(noise);
              return layer;
            });
  }

  private static Layer silent(Layer layer, IDropout dropout) {
    layer.setIDropout(dropout);
    return layer;
  }

  private static Network normalized(Network network, Normalization normalization) {
    return network.insert(
        Site::isHidden, Network.Side.BEFORE_ACTIVATION, site -> normalization.clone());
  }

  private static ComputationGraphConfiguration configuration(Network network, GraphPass pass) {
    return ((GraphNetwork) network)
        .trainingConfiguration(5, layer -> new Sgd(0.1), pass::rowWeights, pass::lossSum);
  }

  private static GraphPass open(Network network) {
    GraphPass pass = new GraphPass();
    ComputationGraph graph = new ComputationGraph(configuration(network, pass));
    graph.init();
    OwnLayers.putInto(graph);
    graph.initGradientsView();
    pass.open(graph);
    return pass;
  }

  /** Other rows, and other weights, in each pass. */
  private static Batch next(GraphPass pass, Task task) {
    INDArray features = task.training().features();
    pass.graph().params().addi(Nd4j.randn(pass.graph().params().shape()).muli(0.01));
    return Batch.of(features.add(Nd4j.randn(features.shape())), task.training().labels());
  }

  @Test
  void lstmsAreReplayed() {
    ComputationGraph lstm = Fingerprints.lstmGraph();
    GraphPass pass = new GraphPass();
    LiveGraph live =
        new LiveGraph(lstm.getConfiguration(), pass, new RateControl(Update.of(new Sgd(0.1))));
    INDArray labels = Nd4j.zeros(4, 2, 6);
    labels.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all()).assign(1);
    pass.lossSum(Nd4j.scalar(0f));
    try (ReplayedPass replayed = new ReplayedPass(pass, pass)) {
      for (int i = 0; i < 5; i++) {
        replayed.run(Batch.of(Nd4j.randn(4, 3, 6), labels));
      }
      assertThat(replayed.isReplaying()).isTrue();
      Batch batch = Batch.of(Nd4j.randn(4, 3, 6), labels);
      replayed.run(batch);
      INDArray gradients = pass.gradients().dup();
      live.gradients().assign(Double.NaN);
      pass.run(batch);
      assertThat(Contents.same(gradients, pass.gradients())).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void replaysGiveWhatTheGraphGives(Task task) {
    GraphPass pass = open(task.network());
    try (ReplayedPass replayed = new ReplayedPass(pass, pass)) {
      Nd4j.getRandom().setSeed(3);
      for (int i = 0; i < 5; i++) {
        replayed.run(next(pass, task));
      }
      assertThat(replayed.isReplaying()).isTrue();
      Batch batch = next(pass, task);
      Nd4j.getRandom().setSeed(4);
      double loss = replayed.run(batch);
      INDArray gradients = pass.gradients().dup();
      pass.gradients().assign(Double.NaN);
      Nd4j.getRandom().setSeed(4);
      assertThat(pass.run(batch)).isEqualTo(loss);
      assertThat(Contents.same(gradients, pass.gradients())).isTrue();
    }
  }

  /** A loss that differs from call to call, which a recording cannot know. */
  private static final class MoodyLoss extends LossMCXENT {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public INDArray computeGradient(
        INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
      INDArray gradient = super.computeGradient(labels, preOutput, activation, mask);
      return gradient.muli(calls.incrementAndGet());
    }
  }

  @Test
  void whatDiffersIsNeverReplayed() {
    GraphPass pass = open(MLP.network().mapLoss(loss -> new MoodyLoss()));
    try (ReplayedPass replayed = new ReplayedPass(pass, pass)) {
      INDArray before = Nd4j.zeros(1);
      for (int i = 0; i < 8; i++) {
        replayed.run(Workbench.allRows(MLP));
        INDArray gradient = pass.gradients().dup();
        assertThat(gradient).as("pass " + i).isNotEqualTo(before);
        before = gradient;
      }
      assertThat(replayed.isReplaying()).isFalse();
    }
  }

  @Test
  void eachShapeOfBatchIsReplayedByItself() {
    GraphPass pass = open(MLP.network());
    try (RoundTrips passes = new RoundTrips(pass, pass, true)) {
      for (int i = 0; i < 8; i++) {
        for (int rows : List.of(8, 3)) {
          Batch all = next(pass, MLP);
          Batch some =
              Batch.of(
                  all.features().getRows(range(rows)).dup(),
                  all.labels().getRows(range(rows)).dup());
          double loss = passes.forBatch(some).run(some);
          INDArray gradients = pass.gradients().dup();
          assertThat(pass.run(some)).isEqualTo(loss);
          assertThat(Contents.same(gradients, pass.gradients())).isTrue();
        }
      }
    }
  }

  private static int[] range(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  @Test
  void onlySteadyNetworksAreReplayed() {
    assertThat(allows(MLP.network())).isTrue();
    assertThat(allows(CNN.network())).isTrue();
    assertThat(allows(silenced(new Dropout(0.5)))).isTrue();
    ISchedule falling = new StepSchedule(ScheduleType.ITERATION, 0.5, 0.9, 10);
    assertThat(allows(silenced(new Dropout(falling)))).isFalse();
    assertThat(allows(silenced(new GaussianNoise(falling)))).isFalse();
    assertThat(allows(connected(new DropConnect(falling)))).isFalse();
    assertThat(allows(connected(new WeightNoise(new NormalDistribution(0, 0.1))))).isFalse();
  }

  @Test
  void aNetworkThatReadsTheLastStepIsSteady() {
    ComputationGraphConfiguration configuration = Fingerprints.lstmGraph().getConfiguration();
    LayerVertex lstm = (LayerVertex) configuration.getVertices().get("lstm");
    lstm.getLayerConf().setLayer(new LastTimeStep(lstm.getLayerConf().getLayer()));
    assertThat(ReplayRule.allows(configuration)).isTrue();
    lstm.getLayerConf()
        .setLayer(new LastTimeStep(new Bidirectional(new LSTM.Builder().nIn(3).nOut(2).build())));
    assertThat(ReplayRule.allows(configuration)).isFalse();
  }

  private static boolean allows(Network network) {
    return ReplayRule.allows(configuration(network, new GraphPass()));
  }
}
