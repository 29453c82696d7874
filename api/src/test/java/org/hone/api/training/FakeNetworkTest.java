package org.hone.api.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.testkit.FakeEngine;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

/** The fake behaves like a network as far as techniques can see. */
class FakeNetworkTest {
  private static final FakeEngine ENGINE = new FakeEngine();

  private static Network mlp() {
    return ENGINE.generate(
        new Architecture.Mlp(List.of(8, 6), Activation.RELU),
        InputShape.table(4),
        Goal.CLASSIFICATION,
        3);
  }

  private static Network cnn() {
    return ENGINE.generate(
        new Architecture.Cnn(List.of(4), 5, Activation.RELU),
        InputShape.image(6, 6, 1),
        Goal.CLASSIFICATION,
        3);
  }

  @Test
  void hasTheSitesOfItsPlan() {
    assertThat(mlp().sites())
        .extracting(Site::kind)
        .containsExactly(Site.Kind.DENSE, Site.Kind.DENSE, Site.Kind.OUTPUT);
    assertThat(mlp().sites()).extracting(Site::depth).containsExactly(0, 1, 2);
    assertThat(cnn().sites())
        .extracting(Site::kind)
        .containsExactly(
            Site.Kind.CONVOLUTION, Site.Kind.POOLING, Site.Kind.DENSE, Site.Kind.OUTPUT);
    assertThat(cnn().sites()).extracting(Site::hiddenLayers).containsOnly(2);
  }

  @Test
  void everyEditIsAnotherNetwork() {
    List<Network> edited =
        List.of(
            mlp(),
            mlp().rebuild(plan -> new Architecture.Mlp(List.of(5), plan.activation())),
            mlp()
                .mapLayers(
                    Site::isHidden,
                    layer -> {
                      layer.setIDropout(new Dropout(0.5));
                      return layer;
                    }),
            mlp().insert(Site::isHidden, Network.Side.AFTER, site -> new BatchNormalization()),
            mlp().insert(Site::isHidden, Network.Side.BEFORE, site -> new BatchNormalization()),
            mlp().mergeBlocks(1, block -> new ElementWiseVertex(ElementWiseVertex.Op.Add)),
            mlp().mergeBlocks(2, block -> new ElementWiseVertex(ElementWiseVertex.Op.Add)),
            mlp().mapLoss(loss -> loss),
            mlp().weightsFrom((layer, key) -> Optional.empty()));
    assertThat(edited).extracting(Network::describe).doesNotHaveDuplicates();
    assertThat(mlp().describe()).isEqualTo(mlp().describe());
  }

  @Test
  void whatIsOnOfferStays() {
    Network offering = mlp().withPretrained((layer, key) -> Optional.empty());
    assertThat(mlp().pretrained()).isEmpty();
    assertThat(offering.pretrained()).isPresent();
    assertThat(offering.rebuild(plan -> plan).pretrained()).isPresent();
    assertThat(offering.describe()).isEqualTo(mlp().describe());
  }
}
