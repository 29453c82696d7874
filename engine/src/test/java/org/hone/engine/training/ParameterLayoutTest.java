package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.ParameterView;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.engine.network.GraphNetwork;
import org.hone.engine.training.ParameterLayout.Entry;
import org.hone.engine.training.ParameterLayout.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

class ParameterLayoutTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final Task CNN = SmallTasks.images(Workbench.ENGINE);

  static Stream<Task> tasks() {
    return Stream.of(
        MLP,
        CNN,
        MLP.withNetwork(Workbench.normalized(MLP.network())),
        CNN.withNetwork(Workbench.normalized(CNN.network())));
  }

  private static ComputationGraph trainedGraph(Task task) {
    ComputationGraph graph =
        new ComputationGraph(
            ((GraphNetwork) task.network())
                .trainingConfiguration(5, layer -> new Adam(), Optional::empty, sum -> {}));
    graph.init();
    graph.initGradientsView();
    graph.setInput(0, task.training().features());
    graph.setLabels(task.training().labels());
    graph.computeGradientAndScore();
    return graph;
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void viewsAreThoseOfDeeplearning4j(Task task) {
    ComputationGraph graph = trainedGraph(task);
    ParameterLayout layout = ParameterLayout.of(graph);
    assertThat(layout.entries()).hasSize(graph.paramTable().size());
    for (Entry entry : layout.entries()) {
      String name = entry.view().layer() + "_" + entry.view().key();
      assertThat(entry.view().weight()).as(name).isEqualTo(graph.getParam(name));
      INDArray gradient = graph.gradient().getGradientFor(name);
      assertThat(entry.view().gradient().reshape(gradient.shape())).as(name).isEqualTo(gradient);
      assertThat(entry.view().gradient().shape()).as(name).isEqualTo(entry.view().weight().shape());
    }
  }

  @Test
  void viewsAreLive() {
    ComputationGraph graph = trainedGraph(MLP);
    ParameterView view = ParameterLayout.of(graph).views(Role.TRAINED).get(0);
    view.weight().putScalar(1, 2, 42);
    view.gradient().putScalar(1, 2, 43);
    assertThat(graph.getParam("dense-1_W").getDouble(1, 2)).isEqualTo(42);
    assertThat(graph.gradient().getGradientFor("dense-1_W").getDouble(1, 2)).isEqualTo(43);
  }

  @Test
  void batchNormStatisticsAreNotTrained() {
    ParameterLayout layout =
        ParameterLayout.of(trainedGraph(MLP.withNetwork(Workbench.normalized(MLP.network()))));
    assertThat(keys(layout, Role.STATISTIC))
        .containsExactly(
            "dense-1-batchnormalization.mean",
            "dense-1-batchnormalization.log10stdev",
            "dense-2-batchnormalization.mean",
            "dense-2-batchnormalization.log10stdev");
    assertThat(keys(layout, Role.TRAINED))
        .contains("dense-1-batchnormalization.gamma", "dense-1-batchnormalization.beta")
        .hasSize(10);
  }

  private static List<String> keys(ParameterLayout layout, Role role) {
    return layout.views(role).stream().map(view -> view.layer() + "." + view.key()).toList();
  }

  @Test
  void frozenLayersKeepTheirPlaceButAreNotTrained() {
    Network normalized = Workbench.normalized(MLP.network());
    for (Network frozen :
        List.of(
            normalized.mapLayers(site -> site.name().equals("dense-1"), FrozenLayer::new),
            normalized.mapLayers(
                site -> site.name().equals("dense-1"), FrozenLayerWithBackprop::new))) {
      ParameterLayout layout = ParameterLayout.of(trainedGraph(MLP.withNetwork(frozen)));
      assertThat(keys(layout, Role.FROZEN)).containsExactly("dense-1.W", "dense-1.b");
      assertThat(keys(layout, Role.STATISTIC)).hasSize(4);
      assertThat(keys(layout, Role.TRAINED)).hasSize(8);
      viewsAreThoseOfDeeplearning4jExceptFrozen(frozen);
    }
  }

  private static void viewsAreThoseOfDeeplearning4jExceptFrozen(Network frozen) {
    ComputationGraph graph = trainedGraph(MLP.withNetwork(frozen));
    for (ParameterView view : ParameterLayout.of(graph).views(Role.TRAINED)) {
      String name = view.layer() + "_" + view.key();
      assertThat(view.weight()).as(name).isEqualTo(graph.getParam(name));
      INDArray gradient = graph.gradient().getGradientFor(name);
      assertThat(view.gradient().reshape(gradient.shape())).as(name).isEqualTo(gradient);
    }
  }
}
