package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hone.engine.network.GraphNetworkTest.graph;
import static org.hone.engine.network.GraphNetworkTest.mlp;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Network.Side;
import org.hone.api.recipe.Site;
import org.hone.api.training.InputShape;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class InsertTest {
  private static Layer norm(Site site) {
    return new BatchNormalization.Builder().eps(0).build();
  }

  private static Layer noise(Site site) {
    return new DropoutLayer.Builder(0.5).build();
  }

  /** What feeds each node. */
  private static Map<String, List<String>> wiring(Network network) {
    return GraphNetworkTest.configuration(network).getVertexInputs();
  }

  @Test
  void beforeALayerItTakesOverWhatFeedsIt() {
    Network network = mlp(5, 5).insert(site -> site.depth() == 1, Side.BEFORE, InsertTest::norm);
    assertThat(wiring(network))
        .containsEntry("dense-2-batchnormalization", List.of("dense-1"))
        .containsEntry("dense-2", List.of("dense-2-batchnormalization"));
    assertThat(network.sites())
        .extracting(Site::name, Site::depth, Site::kind)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "dense-2-batchnormalization", 1, Site.Kind.NORMALIZATION));
  }

  @Test
  void beforeTheFirstLayerItIsFedByTheInput() {
    Network network = mlp(5).insert(site -> site.depth() == 0, Side.BEFORE, InsertTest::norm);
    assertThat(wiring(network)).containsEntry("dense-1-batchnormalization", List.of("input"));
  }

  @Test
  void beforeAnActivationTheActivationMovesBehindIt() {
    Network plain = mlp(5);
    Network network = plain.insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::norm);
    assertThat(wiring(network))
        .containsEntry("dense-1", List.of("input"))
        .containsEntry("dense-1-batchnormalization", List.of("dense-1"))
        .containsEntry("dense-1-activation", List.of("dense-1-batchnormalization"))
        .containsEntry("output", List.of("dense-1-activation"));
    assertThat(((BaseLayer) network.sites().get(0).layer()).getActivationFn())
        .isEqualTo(new ActivationIdentity());
    assertThat(((BaseLayer) plain.sites().get(0).layer()).getActivationFn())
        .isEqualTo(new ActivationTanH());
    // fresh statistics are mean 0 and variance 1, so that the output is the same
    INDArray rows = Nd4j.rand(6, 4);
    assertThat(
            graph(network).outputSingle(rows).equalsWithEps(graph(plain).outputSingle(rows), 1e-5))
        .isTrue();
  }

  @Test
  void theSecondBeforeAnActivationStandsNextToIt() {
    Network network =
        mlp(5)
            .insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::norm)
            .insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::noise);
    assertThat(wiring(network))
        .containsEntry("dense-1-dropoutlayer", List.of("dense-1-batchnormalization"))
        .containsEntry("dense-1-activation", List.of("dense-1-dropoutlayer"));
    assertThat(network.sites()).hasSize(5);
  }

  @Test
  void alikeLayersGetNamesOfTheirOwn() {
    Network network =
        mlp(5)
            .insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::norm)
            .insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::norm)
            .insert(Site::isHidden, Side.AFTER, InsertTest::norm);
    assertThat(network.sites())
        .extracting(Site::name)
        .containsExactly(
            "dense-1",
            "dense-1-batchnormalization",
            "dense-1-batchnormalization-2",
            "dense-1-activation",
            "dense-1-batchnormalization-3",
            "output");
    assertThat(graph(network).outputSingle(Nd4j.rand(6, 4)).shape()).containsExactly(6, 3);
  }

  @Test
  void behindALayerIsBehindItsActivation() {
    Network plain = mlp(5).insert(Site::isHidden, Side.AFTER, InsertTest::noise);
    assertThat(wiring(plain)).containsEntry("dense-1-dropoutlayer", List.of("dense-1"));
    Network split =
        mlp(5)
            .insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::norm)
            .insert(site -> site.name().equals("dense-1"), Side.AFTER, InsertTest::noise);
    assertThat(wiring(split))
        .containsEntry("dense-1-dropoutlayer", List.of("dense-1-activation"))
        .containsEntry("output", List.of("dense-1-dropoutlayer"));
  }

  @Test
  void noiseStandsBehindANormalizationWhereverThatStands() {
    Network before =
        mlp(5)
            .insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::norm)
            .insert(Site::isHidden, Side.AFTER_NORMALIZATION, InsertTest::noise);
    assertThat(wiring(before)).containsEntry("dense-1-dropoutlayer", List.of("dense-1-activation"));
    Network after =
        mlp(5)
            .insert(Site::isHidden, Side.AFTER, InsertTest::norm)
            .insert(Site::isHidden, Side.AFTER_NORMALIZATION, InsertTest::noise);
    assertThat(wiring(after))
        .containsEntry("dense-1-dropoutlayer", List.of("dense-1-batchnormalization"))
        .containsEntry("output", List.of("dense-1-dropoutlayer"));
  }

  @Test
  void noNoiseStandsWhereANormalizationWouldSeeIt() {
    Network pooled =
        GraphNetworkTest.cnn(InputShape.image(6, 6, 1), 2)
            .insert(site -> site.name().equals("pool-1"), Side.AFTER, InsertTest::norm);
    Network noisy = pooled.insert(Site::isHidden, Side.AFTER_NORMALIZATION, InsertTest::noise);
    assertThat(wiring(noisy)).doesNotContainKey("conv-1-dropoutlayer");
    assertThat(noisy.describe()).isNotEqualTo(pooled.describe());
  }

  @Test
  void nothingStandsBehindTheOutput() {
    for (Side side : List.of(Side.AFTER, Side.BEFORE_ACTIVATION)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> mlp(5).insert(site -> true, side, InsertTest::noise))
          .withMessage("nothing can be inserted behind the output 'output'");
    }
    Network before = mlp(5).insert(site -> !site.isHidden(), Side.BEFORE, InsertTest::noise);
    assertThat(wiring(before)).containsEntry("output", List.of("output-dropoutlayer"));
  }

  @Test
  void poolingHasNoActivation() {
    Network cnn = GraphNetworkTest.cnn(InputShape.image(6, 6, 1), 2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                cnn.insert(
                    site -> site.kind() == Site.Kind.POOLING,
                    Side.BEFORE_ACTIVATION,
                    InsertTest::norm))
        .withMessage("layer 'pool-1' has no activation");
  }

  @Test
  void convolutionsAreNormalizedByChannel() {
    Network network =
        GraphNetworkTest.cnn(InputShape.image(6, 6, 1), 3)
            .insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::norm);
    assertThat(graph(network).getParam("conv-1-batchnormalization_gamma").length()).isEqualTo(3);
  }

  @Test
  void aFrozenLayerIsStillOfItsKindAndHasItsActivation() {
    for (Network frozen :
        List.of(
            mlp(5, 5).mapLayers(Site::isHidden, FrozenLayer::new),
            mlp(5, 5).mapLayers(Site::isHidden, FrozenLayerWithBackprop::new))) {
      assertThat(frozen.sites())
          .extracting(Site::kind)
          .containsExactly(Site.Kind.DENSE, Site.Kind.DENSE, Site.Kind.OUTPUT);
      assertThat(frozen.describe()).containsPattern("dense-1: FrozenLayer\\w* DenseLayer units=5");
      Network network = frozen.insert(Site::isHidden, Side.BEFORE_ACTIVATION, InsertTest::norm);
      assertThat(graph(network).outputSingle(Nd4j.rand(6, 4)).shape()).containsExactly(6, 3);
    }
  }

  @Test
  void kindsOfLayers() {
    assertThat(Kinds.of(new LocalResponseNormalization.Builder().build()))
        .isEqualTo(Site.Kind.NORMALIZATION);
    assertThat(Kinds.of(new org.deeplearning4j.nn.conf.layers.LSTM.Builder().nOut(3).build()))
        .isEqualTo(Site.Kind.RECURRENT);
    assertThat(Kinds.of(new org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer.Builder().build()))
        .isEqualTo(Site.Kind.POOLING);
    assertThat(Kinds.of(noise(mlp(3).sites().get(0)))).isEqualTo(Site.Kind.OTHER);
  }
}
