package org.hone.engine.network.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.WeightSource;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.Dl4jEngine;
import org.hone.engine.network.GraphNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;

/** Keras itself made the files and their predictions: {@code src/checks/keras3_models.py}. */
class KerasModelTest {
  private static final Dl4jEngine ENGINE = new Dl4jEngine();
  private static final int CLASSES = 3;

  /** With .h5 behind its name if it has no other ending. */
  private static Path file(String name) throws URISyntaxException {
    String whole = name.contains(".") ? name : name + ".h5";
    return Path.of(KerasModelTest.class.getResource(whole).toURI());
  }

  private static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of("images", InputShape.image(7, 6, 2)),
        Arguments.of("images-keras-2", InputShape.image(7, 6, 2)),
        Arguments.of("valid", InputShape.image(9, 8, 2)),
        Arguments.of("pooled", InputShape.image(6, 5, 3)),
        Arguments.of("residual", InputShape.image(6, 6, 2)),
        Arguments.of("residual-keras-2", InputShape.image(6, 6, 2)),
        Arguments.of("lstm", InputShape.sequence(3, 5)),
        Arguments.of("steps", InputShape.sequence(3, 8)),
        Arguments.of("flat", InputShape.sequence(3, 7)),
        Arguments.of("both", InputShape.sequence(3, 6)),
        Arguments.of("both-keras-2", InputShape.sequence(3, 6)),
        Arguments.of("text-cnn", InputShape.text(9, 7)),
        Arguments.of("text-cnn-keras-2", InputShape.text(9, 7)),
        Arguments.of("text-lstm", InputShape.text(9, 6)),
        Arguments.of("text-flat", InputShape.text(9, 7)),
        Arguments.of("activations", InputShape.table(4)),
        Arguments.of("trained", InputShape.table(4)));
  }

  /** Keras 3 saved each of its models in both formats. */
  private static Stream<Arguments> files() {
    return Stream.concat(
        models(),
        modelsOfKeras3().map(model -> Arguments.of(model.get()[0] + ".keras", model.get()[1])));
  }

  /** Channels and features of rows as Keras has them, last, to where they are here. */
  private static INDArray turned(INDArray rows) {
    return switch (rows.rank()) {
      case 3 -> rows.permute(0, 2, 1).dup('c');
      case 4 -> rows.permute(0, 3, 1, 2).dup('c');
      default -> rows;
    };
  }

  private static INDArray checked(String name, String what) throws Exception {
    try (Hdf5 file = new Hdf5(Files.newByteChannel(file(name.replace(".keras", ""))))) {
      return file.array("check", what);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aModelPredictsWhatItDoesInKeras(String name, InputShape shape) throws Exception {
    Inference model = ENGINE.openModel(file(name), shape, Goal.CLASSIFICATION, CLASSES);
    INDArray predictions = model.predict(turned(checked(name, "rows")));
    INDArray expected = checked(name, "predictions");
    assertThat(predictions.sub(expected).amaxNumber().doubleValue()).isCloseTo(0, within(1e-5));
  }

  private static ComputationGraph graph(Network network) {
    ComputationGraph graph =
        new ComputationGraph(GraphNetwork.of(network).configuration(1, layer -> new Adam(0.05)));
    graph.init();
    return graph;
  }

  /** With the last steps of the last row padding, where there are steps. */
  private static Optional<INDArray> mask(INDArray rows, InputShape shape) {
    if (shape.kind() != InputShape.Kind.SEQUENCE && shape.kind() != InputShape.Kind.TEXT) {
      return Optional.empty();
    }
    long steps = rows.size(rows.rank() - 1);
    INDArray mask = Nd4j.ones(rows.size(0), steps);
    mask.putScalar(rows.size(0) - 1, steps - 1, 0);
    mask.putScalar(rows.size(0) - 1, steps - 2, 0);
    return Optional.of(mask);
  }

  private static Stream<Arguments> modelsOfKeras3() {
    return models().filter(model -> !model.get()[0].toString().endsWith("2"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modelsOfKeras3")
  void aModelLearnsAlsoFromRowsWithPadding(String name, InputShape shape) throws Exception {
    INDArray rows = turned(checked(name, "rows"));
    DataSet data = new DataSet(rows, Nd4j.eye(CLASSES).castTo(rows.dataType()));
    mask(rows, shape).ifPresent(data::setFeaturesMaskArray);
    ComputationGraph graph = graph(ENGINE.open(file(name), shape, Goal.CLASSIFICATION, CLASSES));
    double before = graph.score(data, true);
    for (int i = 0; i < 15; i++) {
      graph.fit(data);
    }
    assertThat(graph.score(data, true)).isLessThan(before * 0.97);
  }

  /** Pooling over steps that are not there is a matter of the model, as is a row of all words. */
  @ParameterizedTest
  @ValueSource(strings = {"lstm", "both", "text-lstm"})
  void whatStandsInThePaddingHasNoEffect(String name) throws Exception {
    INDArray rows = turned(checked(name, "rows"));
    InputShape shape =
        name.startsWith("text")
            ? InputShape.text(9, (int) rows.size(1))
            : InputShape.sequence((int) rows.size(1), (int) rows.size(2));
    Inference model = ENGINE.openModel(file(name), shape, Goal.CLASSIFICATION, CLASSES);
    Optional<INDArray> mask = mask(rows, shape);
    INDArray before = model.predict(new Inputs(rows, mask)).dup();
    INDArray other = rows.dup();
    long last = rows.size(rows.rank() - 1) - 1;
    other
        .tensorAlongDimension(2, LongStream.range(1, rows.rank()).mapToInt(i -> (int) i).toArray())
        .get(
            rows.rank() == 2
                ? new INDArrayIndex[] {NDArrayIndex.point(last)}
                : new INDArrayIndex[] {NDArrayIndex.all(), NDArrayIndex.point(last)})
        .assign(3);
    assertThat(model.predict(new Inputs(other, mask))).isEqualTo(before);
    assertThat(model.predict(rows)).isNotEqualTo(before);
  }

  /** As transfer takes them: one array for each parameter, of its shape. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void allWeightsAreOnOfferInTheShapesOfTheParameters(String name, InputShape shape)
      throws Exception {
    Network network = ENGINE.open(file(name), shape, Goal.CLASSIFICATION, CLASSES);
    WeightSource offer = network.pretrained().orElseThrow();
    for (Layer layer : graph(network).getLayers()) {
      String own = layer.conf().getLayer().getLayerName();
      layer
          .paramTable()
          .forEach(
              (key, parameter) ->
                  assertThat(offer.weights(own, key).orElseThrow().shape())
                      .containsExactly(parameter.shape()));
    }
  }

  @Test
  void weightsAreOnOfferByTheNamesInKeras() throws Exception {
    Network network =
        ENGINE.open(file("residual"), InputShape.image(6, 6, 2), Goal.CLASSIFICATION, CLASSES);
    assertThat(network.sites())
        .extracting(Site::name)
        .containsExactly("first", "branch", "relu", "other", "pool", "global", "classes");
    assertThat(network.pretrained().orElseThrow().weights("branch", "W").orElseThrow().shape())
        .containsExactly(4, 4, 3, 3);
    assertThat(network.describe()).contains("classes: OutputLayer units=3 activation=softmax");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gru      | layer 'gated' (GRU) is of a kind that is not read; read are Activation, Add, AlphaDropout,
          refused-channels | layer 'first' (Conv2D) has data_format: channels_first; read is channels_last
          refused-softmax | layer 'first' (Conv2D) has a softmax at each step or place, which is not read
          refused-axis | layer 'norm' (BatchNormalization) has axis: 1; read is -1, that of the features
          refused-gelu | layer 'first' (Dense) has activation: gelu; read are elu, linear, relu,
          refused-shared | layer 'twice' is used 2 times; layers that share weights are not read
          refused-inputs | the network has 2 inputs, but 1 is needed
          refused-backwards | layer 'back' (LSTM) has go_backwards: true; read is false
          refused-open | layer 'flat' (Flatten) is over sequences of open length, so its size is not known
          refused-dropout | layer 'flat' (Flatten) stands behind a SpatialDropout1D; those before Bidirectional, Conv1D,
          refused-image | takes rows of shape [-1, -1, 3]; features, steps of features, and images of known size are read
          refused-both | layer 'both' (Bidirectional) stands behind layers that change the number of steps;
          refused-int8.keras | layer 'classes' (Dense) is quantized (int8), which is not read
          refused-bfloat16.keras | layer 'first' (Dense) has dtype: bfloat16; read are float32, float64 and float16
          refused-npz.keras | has no weights in model.weights.h5, as Keras saves them by default
          refused-back | layer 'both' (Bidirectional) reads backwards by another layer (activation, "relu" for "tanh"); read is
          refused-inner | layer 'whole' (Sequential) is of a kind that is not read; read are Activation,
          """)
  void whatIsNotReadIsSaidInALine(String name, String problem) throws Exception {
    Path file = file(name);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENGINE.open(file, InputShape.table(4), Goal.CLASSIFICATION, CLASSES))
        .withMessageStartingWith(file + ": " + problem)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
