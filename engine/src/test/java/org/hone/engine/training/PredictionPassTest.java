package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.engine.backend.Fingerprints;
import org.hone.engine.network.GraphNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

class PredictionPassTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final Task CNN = SmallTasks.images(Workbench.ENGINE);

  static Stream<Arguments> graphs() {
    return Stream.of(
        arguments("mlp", graph(MLP.network()), features(MLP)),
        arguments("regression", graph(regression().network()), features(regression())),
        arguments("cnn", graph(CNN.network()), features(CNN)),
        arguments("mlp with batch norm", graph(normalized(MLP)), features(MLP)),
        arguments("cnn with batch norm", graph(normalized(CNN)), features(CNN)),
        arguments("mlp with dropout", graph(dropped(MLP.network())), features(MLP)),
        arguments("lstm", Fingerprints.lstmGraph(), Nd4j.randn(4, 3, 6)));
  }

  private static Task regression() {
    return SmallTasks.regression(Workbench.ENGINE);
  }

  private static Network normalized(Task task) {
    return Workbench.normalized(task.network());
  }

  private static Network dropped(Network network) {
    return network.mapLayers(
        site -> site.depth() > 0,
        layer -> {
          layer.setIDropout(new Dropout(0.5));
          return layer;
        });
  }

  private static ComputationGraph graph(Network network) {
    ComputationGraph graph =
        new ComputationGraph(((GraphNetwork) network).configuration(5, layer -> new Sgd(0.1)));
    graph.init();
    return graph;
  }

  private static INDArray features(Task task) {
    return task.training().features();
  }

  private static INDArray noisy(INDArray features) {
    return features.add(Nd4j.randn(features.shape()));
  }

  private static void changeWeights(ComputationGraph graph) {
    INDArray weights = graph.params();
    weights.addi(Nd4j.rand(weights.shape()).muli(0.01));
  }

  private static void untilReplayed(PredictionPass pass, INDArray features) {
    for (int i = 0; i < 5; i++) {
      pass.predict(Inputs.of(noisy(features)));
    }
    assertThat(pass.isReplaying(features)).isTrue();
  }

  private static void assertSame(INDArray actual, INDArray expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.stride()).isEqualTo(expected.stride());
    assertThat(actual.data().asFloat()).isEqualTo(expected.data().asFloat());
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("graphs")
  void replaysGiveWhatTheGraphGives(String name, ComputationGraph graph, INDArray features) {
    try (PredictionPass pass = PredictionPass.of(graph)) {
      untilReplayed(pass, features);
      for (int i = 0; i < 3; i++) {
        changeWeights(graph);
        INDArray rows = noisy(features);
        INDArray given = rows.dup();
        INDArray predictions = pass.predict(Inputs.of(rows));
        assertThat(rows).isEqualTo(given);
        assertSame(predictions, graph.outputSingle(false, given));
      }
    }
  }

  /** The last piece of the rows is smaller. */
  @Test
  void eachShapeIsReplayedByItself() {
    ComputationGraph graph = graph(MLP.network());
    INDArray features = features(MLP);
    try (PredictionPass pass = PredictionPass.of(graph)) {
      for (int i = 0; i < 8; i++) {
        changeWeights(graph);
        for (int rows : List.of(8, 3)) {
          INDArray some = noisy(features).get(NDArrayIndex.interval(0, rows));
          assertSame(pass.predict(Inputs.of(some)), graph.outputSingle(false, some));
        }
      }
      assertThat(pass.isReplaying(features.get(NDArrayIndex.interval(0, 3)))).isTrue();
    }
  }

  @Test
  void predictionsAreTheCallersOwn() {
    try (PredictionPass pass = PredictionPass.of(graph(MLP.network()))) {
      untilReplayed(pass, features(MLP));
      INDArray first = pass.predict(Inputs.of(features(MLP)));
      INDArray copy = first.dup();
      pass.predict(Inputs.of(noisy(features(MLP))));
      assertThat(first).isEqualTo(copy);
    }
  }

  @Test
  void theMeanOverMembersIsReplayed() {
    ComputationGraph graph = graph(MLP.network());
    List<INDArray> members = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      changeWeights(graph);
      members.add(graph.params().dup());
    }
    graph.setParams(members.get(0));
    try (PredictionPass pass = PredictionPass.of(graph)) {
      INDArray first = Ensemble.predict(pass, members, Inputs.of(features(MLP)));
      untilReplayed(pass, features(MLP));
      assertThat(Ensemble.predict(pass, members, Inputs.of(features(MLP)))).isEqualTo(first);
    }
  }

  @Test
  void anotherThreadMayGoOn() throws InterruptedException {
    ComputationGraph graph = graph(CNN.network());
    try (PredictionPass pass = PredictionPass.of(graph)) {
      untilReplayed(pass, features(CNN));
      List<INDArray> predictions = new ArrayList<>();
      Thread other = new Thread(() -> predictions.add(pass.predict(Inputs.of(features(CNN)))));
      other.start();
      other.join();
      assertSame(predictions.get(0), graph.outputSingle(false, features(CNN)));
    }
  }

  /** Differs from call to call, which a recording cannot know. */
  private static final class MoodyActivation extends ActivationTanH {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
      return super.getActivation(in, training).muli(CALLS.incrementAndGet());
    }
  }

  @Test
  void whatDiffersIsNeverReplayed() {
    Network moody =
        MLP.network()
            .mapLayers(
                Site::isHidden,
                layer -> {
                  ((BaseLayer) layer).setActivationFn(new MoodyActivation());
                  return layer;
                });
    try (PredictionPass pass = PredictionPass.of(graph(moody))) {
      INDArray before = Nd4j.zeros(1);
      for (int i = 0; i < 8; i++) {
        INDArray predictions = pass.predict(Inputs.of(features(MLP)));
        assertThat(predictions).as("pass " + i).isNotEqualTo(before);
        before = predictions;
      }
      assertThat(pass.isReplaying(features(MLP))).isFalse();
    }
  }

  @Test
  void whatNeedsMuchMemoryIsNotRecorded() {
    ComputationGraph graph = graph(MLP.network());
    try (PredictionPass pass = new PredictionPass(graph, 16)) {
      for (int i = 0; i < 8; i++) {
        assertSame(
            pass.predict(Inputs.of(features(MLP))), graph.outputSingle(false, features(MLP)));
      }
      assertThat(pass.isReplaying(features(MLP))).isFalse();
    }
  }

  @Test
  void featuresThatDoNotFitAreRefusedAsByTheGraph() {
    try (PredictionPass pass = PredictionPass.of(graph(CNN.network()))) {
      assertThatThrownBy(() -> pass.predict(Inputs.of(Nd4j.rand(2, 7)))).isNotNull();
    }
  }
}
