package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.Site.Kind;
import org.hone.api.recipe.WeightSource;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.backend.CpuBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class OwnNetworksTest {
  private static final InputShape TABLE = InputShape.table(4);
  private static final InputShape IMAGE = InputShape.image(6, 6, 1);

  @TempDir private Path folder;

  @BeforeEach
  void oneThread() {
    CpuBackend.start();
    CpuBackend.useOneThread();
  }

  private static OutputLayer output(int outputs) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .activation(Activation.SOFTMAX)
        .nOut(outputs)
        .build();
  }

  static MultiLayerConfiguration layers() {
    return new NeuralNetConfiguration.Builder()
        .seed(7)
        .activation(Activation.TANH)
        .list()
        .layer(new DenseLayer.Builder().name("first").nIn(4).nOut(5).build())
        .layer(new DenseLayer.Builder().nIn(5).nOut(5).build())
        .layer(output(3))
        .setInputType(InputType.feedForward(4))
        .build();
  }

  /** As MNIST networks are usually written: images come as flat rows. */
  private static MultiLayerConfiguration flatImages() {
    return new NeuralNetConfiguration.Builder()
        .seed(7)
        .list()
        .layer(new ConvolutionLayer.Builder(3, 3).nOut(2).activation(Activation.RELU).build())
        .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
        .layer(output(3))
        .setInputType(InputType.convolutionalFlat(6, 6, 1))
        .build();
  }

  private static ComputationGraphConfiguration graph() {
    return new NeuralNetConfiguration.Builder()
        .seed(7)
        .activation(Activation.TANH)
        .graphBuilder()
        .addInputs("columns")
        .addLayer("one", new DenseLayer.Builder().nIn(4).nOut(4).build(), "columns")
        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "one", "columns")
        .addLayer("end", output(3), "sum")
        .setOutputs("end")
        .setInputTypes(InputType.feedForward(4))
        .build();
  }

  private static ComputationGraphConfiguration sequences() {
    return new NeuralNetConfiguration.Builder()
        .graphBuilder()
        .addInputs("steps")
        .addLayer("memory", new LSTM.Builder().nIn(2).nOut(3).build(), "steps")
        .addVertex("last", new LastTimeStepVertex("steps"), "memory")
        .addLayer("end", output(3), "last")
        .setOutputs("end")
        .setInputTypes(InputType.recurrent(2))
        .build();
  }

  private GraphNetwork open(Path file, InputShape input) {
    return GraphNetwork.open(file, input, Goal.CLASSIFICATION, 3);
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static ComputationGraph weighted(Network network) {
    WeightSource weights = network.pretrained().orElseThrow();
    ComputationGraph graph =
        new ComputationGraph(((GraphNetwork) network).configuration(0, layer -> new Sgd()));
    graph.init();
    graph
        .paramTable()
        .forEach(
            (name, array) -> {
              int dash = name.lastIndexOf('_');
              weights
                  .weights(name.substring(0, dash), name.substring(dash + 1))
                  .ifPresent(array::assign);
            });
    return graph;
  }

  @Test
  void aConfigurationOfLayersIsReadWithItsNames() throws IOException {
    Network network = open(written("own.json", layers().toJson()), TABLE);
    assertThat(network.sites()).extracting(Site::name).containsExactly("first", "layer1", "layer2");
    assertThat(network.sites())
        .extracting(Site::kind)
        .containsExactly(Kind.DENSE, Kind.DENSE, Kind.OUTPUT);
    assertThat(network.pretrained()).isEmpty();
    assertThat(network.architecture()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> network.rebuild(plan -> plan));
  }

  @Test
  void aGraphIsReadWithItsVertices() throws IOException {
    Network network = open(written("own.json", graph().toJson()), TABLE);
    assertThat(network.describe())
        .contains("sum: ElementWiseVertex(op=Add) <- one, input", "end: OutputLayer");
  }

  @Test
  void vertexesThatLookAtTheMaskFindTheInput() {
    GraphNetwork network =
        GraphNetwork.own(sequences(), InputShape.sequence(2, 5), Goal.CLASSIFICATION, 3);
    var rows = SmallTasks.examples(Goal.CLASSIFICATION, InputShape.sequence(2, 5), 6, 1);
    new GradientCheck(network, rows.inputs(), rows.labels()).holds();
  }

  @Test
  void aSavedModelOfLayersPredictsAsBeforeWithItsWeights() throws IOException {
    MultiLayerNetwork model = new MultiLayerNetwork(layers());
    model.init();
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(model, file.toFile(), true);
    INDArray rows = Nd4j.rand(5, 4);
    assertThat(weighted(open(file, TABLE)).outputSingle(rows)).isEqualTo(model.output(rows));
  }

  @Test
  void aSavedGraphPredictsAsBeforeWithItsWeights() throws IOException {
    ComputationGraph model = new ComputationGraph(graph());
    model.init();
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(model, file.toFile(), true);
    INDArray rows = Nd4j.rand(5, 4);
    assertThat(weighted(open(file, TABLE)).outputSingle(rows)).isEqualTo(model.outputSingle(rows));
  }

  @Test
  void aNetworkForFlatRowsOfPixelsTakesImages() throws IOException {
    MultiLayerNetwork model = new MultiLayerNetwork(flatImages());
    model.init();
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(model, file.toFile(), true);
    INDArray images = Nd4j.rand(5, 1, 6, 6);
    assertThat(weighted(open(file, IMAGE)).outputSingle(images))
        .isEqualTo(model.output(images.reshape(5, 36)));
  }

  @Test
  void layersOfUsersAreKept() {
    MultiLayerConfiguration configuration = layers();
    GraphNetwork network = GraphNetwork.own(configuration, TABLE, Goal.CLASSIFICATION, 3);
    assertThat(network.sites().get(0).layer()).isEqualTo(configuration.getConf(0).getLayer());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7 | CLASSIFICATION | 3 | layer 'first' takes 4 inputs, but gets 7 from rows of a table of shape [7]
          4 | CLASSIFICATION | 2 | the network has 3 outputs, but the data have 2 classes
          4 | REGRESSION     | 3 | the output's activation is softmax, but regression needs numbers of any size, such as identity gives
          4 | MULTI_LABEL    | 3 | the output's activation is softmax, but several labels need sigmoid: one probability for each label
          """)
  void whatDoesNotFitTheDataIsNamed(int columns, Goal goal, int outputs, String problem)
      throws IOException {
    Path file = written("own.json", layers().toJson());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GraphNetwork.open(file, InputShape.table(columns), goal, outputs))
        .withMessage(file + ": " + problem);
  }

  @Test
  void aNetworkForOtherRowsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GraphNetwork.own(flatImages(), TABLE, Goal.CLASSIFICATION, 3))
        .withMessageStartingWith("the network does not take rows of a table of shape [4]: ");
  }

  @Test
  void anAnswerForEachStepIsRefused() {
    MultiLayerConfiguration steps =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new LSTM.Builder().nIn(2).nOut(3).build())
            .layer(
                new RnnOutputLayer.Builder(LossFunction.MCXENT)
                    .activation(Activation.SOFTMAX)
                    .nIn(3)
                    .nOut(3)
                    .build())
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> GraphNetwork.own(steps, InputShape.sequence(2, 5), Goal.CLASSIFICATION, 3))
        .withMessage(
            "the network ends in a RnnOutputLayer, but an OutputLayer is needed, with one answer"
                + " for each row");
  }

  static Stream<Map.Entry<String, String>> noNetworks() {
    return Stream.of(
        Map.entry("{\"confs\": [", "is not valid JSON"),
        Map.entry("{\"name\": 3}", "is neither a ComputationGraphConfiguration nor a Multi"),
        Map.entry("{\"confs\": [{\"layr\": 3}]}", "layer 1 says nothing of its kind"),
        Map.entry("{\"confs\": 3}", "cannot be read by Deeplearning4j 1.0.0-M2.1, perhaps"));
  }

  @ParameterizedTest
  @MethodSource("noNetworks")
  void jsonThatIsNoNetworkIsRefused(Map.Entry<String, String> bad) throws IOException {
    Path file = written("own.json", bad.getKey());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(file, TABLE))
        .withMessageStartingWith(file + ": " + bad.getValue());
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws IOException {
    Path file = written("model.zip", "not a zip");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(file, TABLE))
        .withMessageStartingWith(file + ": is neither JSON (.json), nor a zip");
    MultiLayerNetwork model = new MultiLayerNetwork(layers());
    model.init();
    ModelSerializer.writeModel(model, file.toFile(), true);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatIllegalArgumentException().isThrownBy(() -> open(file, TABLE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(folder.resolve("none.zip"), TABLE))
        .withMessageContaining("none.zip");
  }

  @Test
  void editsActOnThem() {
    GraphNetwork network = GraphNetwork.own(layers(), TABLE, Goal.CLASSIFICATION, 3);
    Network edited =
        network.insert(
            Site::isHidden,
            Network.Side.BEFORE_ACTIVATION,
            site -> new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder().build());
    assertThat(edited.sites())
        .extracting(Site::kind)
        .isEqualTo(
            List.of(
                Kind.DENSE,
                Kind.NORMALIZATION,
                Kind.OTHER,
                Kind.DENSE,
                Kind.NORMALIZATION,
                Kind.OTHER,
                Kind.OUTPUT));
  }
}
