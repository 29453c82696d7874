package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Network.Side;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.WeightSource;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.Dl4jEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

/** Weights of a saved model on offer to another network, and networks with a new output. */
class OfferTest {
  private static final Dl4jEngine ENGINE = new Dl4jEngine();
  private static final InputShape TABLE = InputShape.table(4);

  @TempDir private Path folder;

  private static GraphNetwork mlp(int outputs, Integer... hidden) {
    Architecture plan = new Architecture.Mlp(List.of(hidden), Activation.RELU);
    return GraphNetwork.generate(plan, TABLE, Goal.CLASSIFICATION, outputs);
  }

  private static ComputationGraph trained(Network network) {
    ComputationGraph graph =
        new ComputationGraph(((GraphNetwork) network).configuration(9, layer -> new Sgd()));
    graph.init();
    return graph;
  }

  private Path saved(ComputationGraph model) throws IOException {
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(model, file.toFile(), false);
    return file;
  }

  @Test
  void theWeightsOfASavedModelAreOnOfferByName() throws IOException {
    ComputationGraph model = trained(mlp(3, 6, 5));
    WeightSource offered = ENGINE.pretrained(mlp(3, 6, 5), saved(model)).pretrained().orElseThrow();
    assertThat(offered.weights("dense-1", "W")).contains(model.getParam("dense-1_W"));
    assertThat(offered.weights("dense-2", "b")).contains(model.getParam("dense-2_b"));
    assertThat(offered.weights("output", "W")).contains(model.getParam("output_W"));
    assertThat(offered.weights("dense-3", "W")).isEmpty();
  }

  @Test
  void anOutputOfAnotherShapeIsNotOnOffer() throws IOException {
    WeightSource offered =
        ENGINE.pretrained(mlp(2, 6, 5), saved(trained(mlp(3, 6, 5)))).pretrained().orElseThrow();
    assertThat(offered.weights("dense-2", "W")).isPresent();
    assertThat(offered.weights("output", "W")).isEmpty();
    assertThat(offered.weights("output", "b")).isEmpty();
  }

  private void refused(GraphNetwork network, Path file, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENGINE.pretrained(network, file))
        .withMessage(file + ": " + problem);
  }

  @Test
  void aModelThatDoesNotCoverTheNetworkIsRefused() throws IOException {
    Path file = saved(trained(mlp(3, 6, 5)));
    refused(
        mlp(3, 7, 5),
        file,
        "'W' of layer 'dense-1' has the shape [4, 6], but the network's has [4, 7]");
    refused(mlp(3, 6, 5, 4), file, "has no weights for layer 'dense-3' (W); layers go by name");
    refused(
        mlp(3, 6),
        file,
        "has a layer 'dense-2' that the network lacks; take the whole network from the file");
    Path json =
        Files.writeString(folder.resolve("m.json"), trained(mlp(3, 6)).getConfiguration().toJson());
    refused(mlp(3, 6), json, "is a configuration, without any weights");
  }

  @Test
  void aNormalizationThatTheNetworkLacksIsRefused() throws IOException {
    Network normalized =
        mlp(3, 6)
            .insert(
                Site::isHidden,
                Side.AFTER,
                site -> new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder().build());
    refused(
        mlp(3, 6),
        saved(trained(normalized)),
        "has a layer 'dense-1-batchnormalization' that the network lacks;"
            + " take the whole network from the file");
  }

  @Test
  void anOutputOfAnotherSizeIsReplacedOnRequest() throws IOException {
    ComputationGraph model = trained(mlp(10, 6, 5));
    Network network = ENGINE.openWithNewOutput(saved(model), TABLE, Goal.CLASSIFICATION, 3);
    WeightSource offered = network.pretrained().orElseThrow();
    assertThat(network.sites())
        .extracting(Site::name)
        .containsExactly("dense-1", "dense-2", "output");
    assertThat(offered.weights("dense-2", "W")).contains(model.getParam("dense-2_W"));
    assertThat(offered.weights("output", "W")).isEmpty();
    assertThat(trained(network).getParam("output_W").shape()).containsExactly(5, 3);
  }

  @Test
  void aNewOutputCanBeOfAnotherKind() throws IOException {
    Network network =
        ENGINE.openWithNewOutput(saved(trained(mlp(10, 6))), TABLE, Goal.REGRESSION, 1);
    assertThat(network.describe()).contains("output: OutputLayer units=1 activation=identity");
  }
}
