package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.Site.Kind;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

class GraphNetworkTest {
  static GraphNetwork mlp(Integer... hidden) {
    return GraphNetwork.generate(
        new Architecture.Mlp(List.of(hidden), Activation.TANH),
        InputShape.table(4),
        Goal.CLASSIFICATION,
        3);
  }

  static GraphNetwork cnn(InputShape input, Integer... channels) {
    return GraphNetwork.generate(
        new Architecture.Cnn(List.of(channels), 5, Activation.RELU), input, Goal.CLASSIFICATION, 3);
  }

  static ComputationGraphConfiguration configuration(Network network) {
    return ((GraphNetwork) network).configuration(1, layer -> new Sgd(0.1));
  }

  private static ComputationGraphConfiguration trainingConfiguration(Network network) {
    return ((GraphNetwork) network)
        .trainingConfiguration(1, layer -> new Sgd(0.1), Optional::empty, sum -> {});
  }

  static ComputationGraph graph(Network network) {
    ComputationGraph graph = new ComputationGraph(configuration(network));
    graph.init();
    return graph;
  }

  @Test
  void anMlpIsAChainOfDenseLayers() {
    assertThat(mlp(8, 6).sites())
        .extracting(Site::name, Site::kind, Site::depth, Site::hiddenLayers)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("dense-1", Kind.DENSE, 0, 2),
            org.assertj.core.groups.Tuple.tuple("dense-2", Kind.DENSE, 1, 2),
            org.assertj.core.groups.Tuple.tuple("output", Kind.OUTPUT, 2, 2));
    assertThat(graph(mlp(8, 6)).numParams()).isEqualTo(4 * 8 + 8 + 8 * 6 + 6 + 6 * 3 + 3);
    assertThat(mlp(8, 6).architecture())
        .contains(new Architecture.Mlp(List.of(8, 6), Activation.TANH));
  }

  @Test
  void withoutHiddenLayersItIsLinear() {
    assertThat(mlp().sites()).extracting(Site::name).containsExactly("output");
    assertThat(graph(mlp()).numParams()).isEqualTo(4 * 3 + 3);
  }

  @Test
  void aCnnIsConvolutionsWithPoolingAndADenseLayer() {
    GraphNetwork network = cnn(InputShape.image(8, 8, 2), 4, 6);
    assertThat(network.sites())
        .extracting(Site::name)
        .containsExactly("conv-1", "pool-1", "conv-2", "pool-2", "dense-1", "output");
    assertThat(network.sites())
        .extracting(Site::kind, Site::depth)
        .contains(
            org.assertj.core.groups.Tuple.tuple(Kind.POOLING, 1),
            org.assertj.core.groups.Tuple.tuple(Kind.CONVOLUTION, 1),
            org.assertj.core.groups.Tuple.tuple(Kind.OUTPUT, 3));
    int dense = 6 * 2 * 2 * 5 + 5;
    assertThat(graph(network).numParams())
        .isEqualTo(2 * 9 * 4 + 4 + 4 * 9 * 6 + 6 + dense + 5 * 3 + 3);
  }

  @ParameterizedTest(name = "{0} x {1} pixels, {2} poolings")
  @CsvSource({"8,8,3", "7,7,2", "5,9,2", "9,5,2", "3,2,1", "1,9,0", "1,1,0"})
  void pooledAsOftenAsTheImageAllows(int height, int width, long poolings) {
    GraphNetwork network = cnn(InputShape.image(height, width, 1), 2, 2, 2);
    assertThat(network.sites().stream().filter(site -> site.kind() == Kind.POOLING))
        .hasSize((int) poolings);
    assertThat(graph(network).outputSingle(Nd4j.rand(3, 1, height, width)).shape())
        .containsExactly(3, 3);
  }

  @Test
  void aCnnNeedsImages() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cnn(InputShape.table(4), 2))
        .withMessage(
            "a cnn needs images, but the data are rows of a table; give them a shape, or use an"
                + " mlp");
  }

  @Test
  void anMlpTakesImagesToo() {
    GraphNetwork network =
        GraphNetwork.generate(
            new Architecture.Mlp(List.of(6), Activation.RELU),
            InputShape.image(3, 5, 2),
            Goal.REGRESSION,
            2);
    assertThat(graph(network).outputSingle(Nd4j.rand(4, 2, 3, 5)).shape()).containsExactly(4, 2);
  }

  @Test
  void theOutputFollowsTheGoal() {
    assertThat(lossOf(configuration(mlp(4)))).isInstanceOf(LossMCXENT.class);
    GraphNetwork regression =
        GraphNetwork.generate(
            new Architecture.Mlp(List.of(4), Activation.RELU),
            InputShape.table(4),
            Goal.REGRESSION,
            1);
    assertThat(lossOf(configuration(regression))).isInstanceOf(LossMSE.class);
  }

  private static Object lossOf(ComputationGraphConfiguration configuration) {
    Layer output = layer(configuration, "output");
    return ((BaseOutputLayer) output).getLossFn();
  }

  static Layer layer(ComputationGraphConfiguration configuration, String name) {
    return ((org.deeplearning4j.nn.conf.graph.LayerVertex) configuration.getVertices().get(name))
        .getLayerConf()
        .getLayer();
  }

  @Test
  void mappedLayersAreCopies() {
    GraphNetwork network = mlp(8, 8);
    String before = network.describe();
    Network edited =
        network.mapLayers(
            site -> site.depth() == 1,
            layer -> {
              layer.setIDropout(new Dropout(0.5));
              return layer;
            });
    assertThat(network.describe()).isEqualTo(before);
    assertThat(network.sites().get(1).layer().getIDropout()).isNull();
    assertThat(edited.sites().get(1).layer().getIDropout()).isEqualTo(new Dropout(0.5));
    assertThat(edited.sites().get(0).layer().getIDropout()).isNull();
    assertThat(edited.describe()).isNotEqualTo(before).contains("dropout=0.5");
  }

  @Test
  void aLayerCanBeExchanged() {
    Network wider =
        mlp(8)
            .mapLayers(
                Site::isHidden,
                layer -> new DenseLayer.Builder().nOut(16).activation(Activation.RELU).build());
    assertThat(graph(wider).numParams()).isEqualTo(4 * 16 + 16 + 16 * 3 + 3);
  }

  @Test
  void configurationsShareNothingWithTheNetwork() {
    GraphNetwork network = mlp(8);
    String before = network.describe();
    ComputationGraphConfiguration first = trainingConfiguration(network);
    layer(first, "dense-1").setIDropout(new Dropout(0.5));
    assertThat(layer(trainingConfiguration(network), "dense-1").getIDropout()).isNull();
    assertThat(network.describe()).isEqualTo(before);
  }

  @Test
  void onlyTrainingUsesTheWrappedLoss() {
    Network network = mlp(4).mapLoss(loss -> new LossMAE()).mapLoss(WrappedLoss::new);
    assertThat(lossOf(configuration(network))).isInstanceOf(LossMCXENT.class);
    assertThat(lossOf(trainingConfiguration(network)))
        .isInstanceOfSatisfying(
            RowWeightedLoss.class,
            loss -> assertThat(loss.loss()).isEqualTo(new WrappedLoss(new LossMAE())));
  }

  @Test
  void onlyInferenceDividesByTheBatch() {
    assertThat(graph(mlp(4)).conf().isMiniBatch()).isTrue();
    ComputationGraph training = new ComputationGraph(trainingConfiguration(mlp(4)));
    training.init();
    assertThat(training.conf().isMiniBatch()).isFalse();
  }

  @Test
  void eachLayerHasItsOwnOptimizer() {
    ComputationGraphConfiguration configuration =
        mlp(4).configuration(1, layer -> new Sgd(layer.equals("output") ? 0.5 : 0.25));
    assertThat(layer(configuration, "output").getUpdaterByParam("W")).isEqualTo(new Sgd(0.5));
    assertThat(layer(configuration, "dense-1").getUpdaterByParam("W")).isEqualTo(new Sgd(0.25));
  }

  @Test
  void aSavedConfigurationIsReadBack() {
    ComputationGraphConfiguration configuration = configuration(mlp(8, 6));
    assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
        .isEqualTo(configuration);
  }

  @Test
  void rebuildingLosesEditsButNotWhatIsOnOffer() {
    Network edited =
        mlp(8)
            .withPretrained((layer, key) -> Optional.empty())
            .mapLoss(WrappedLoss::new)
            .mapLayers(
                Site::isHidden,
                layer -> {
                  layer.setIDropout(new Dropout(0.5));
                  return layer;
                });
    Network rebuilt =
        edited.rebuild(plan -> new Architecture.Mlp(List.of(5, 5), plan.activation()));
    assertThat(rebuilt.describe()).isEqualTo(mlp(5, 5).describe());
    assertThat(rebuilt.pretrained()).isPresent();
    assertThat(mlp(8).pretrained()).isEmpty();
  }

  @Test
  void equalNetworksHaveEqualDescriptions() {
    assertThat(mlp(8, 6).describe())
        .isEqualTo(mlp(8, 6).describe())
        .isNotEqualTo(mlp(6, 8).describe());
    assertThat(mlp(8, 6)).hasToString(mlp(8, 6).describe());
    GraphNetwork network = cnn(InputShape.image(8, 8, 1), 4);
    assertThat(network.describe())
        .contains(
            "conv-1: ConvolutionLayer 3x3 units=4 activation=relu", "pool-1: SubsamplingLayer 2x2")
        .endsWith("loss: LossMCXENT()");
  }
}
