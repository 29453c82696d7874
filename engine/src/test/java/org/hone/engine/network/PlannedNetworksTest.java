package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.LayerPlan;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.Site.Kind;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.backend.CpuBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

class PlannedNetworksTest {
  private static final InputShape SEQUENCE = InputShape.sequence(2, 5);
  private static final InputShape TEXT = InputShape.text(9, 5);
  private static final InputShape IMAGE = InputShape.image(4, 4, 2);

  static Architecture lstm(boolean bidirectional) {
    return new Architecture.Lstm(List.of(3, 2), bidirectional, 2, Activation.TANH);
  }

  static Architecture textCnn() {
    // widths wider than the shortest rows, odd and even
    return new Architecture.TextCnn(2, List.of(2, 3, 4), 3, Activation.TANH);
  }

  static Architecture windowsThenMemory() {
    return new Architecture.Layers(
        List.of(
            new LayerPlan.Convolution(3, 3, 1, Optional.empty()),
            new LayerPlan.Convolution(2, 3, 1, Optional.empty()),
            new LayerPlan.Lstm(2, true, Activation.TANH),
            new LayerPlan.GlobalPooling(LayerPlan.Pool.MEAN),
            new LayerPlan.Dense(2, Optional.of(Activation.SIGMOID))),
        Activation.TANH);
  }

  @Test
  void writtenLayersStandOneBehindTheOther() {
    Architecture plan =
        new Architecture.Layers(
            List.of(
                new LayerPlan.Convolution(3, 3, 1, Optional.empty()),
                new LayerPlan.BatchNorm(),
                new LayerPlan.Pooling(LayerPlan.Pool.MAX, 2, 2),
                new LayerPlan.Dropout(0.25),
                new LayerPlan.Dense(2, Optional.of(Activation.ELU)),
                new LayerPlan.Dropout(0.5)),
            Activation.RELU);
    assertThat(network(plan, IMAGE).describe().lines())
        .contains(
            "pool-1: SubsamplingLayer 2x2 <- norm-1",
            "dense-1: DenseLayer units=2 activation=elu(alpha=1.0) init=Relu dropout=0.25"
                + " <- pool-1",
            "output: OutputLayer units=3 activation=softmax init=Xavier dropout=0.5 <-"
                + " dense-1");
  }

  @Test
  void penaltiesAreToldByTheirCoefficients() {
    Architecture plan = new Architecture.Mlp(List.of(2), Activation.RELU);
    Network network =
        network(plan, InputShape.table(3))
            .mapLayers(
                site -> site.depth() == 0,
                layer -> {
                  ((BaseLayer) layer)
                      .setRegularization(
                          List.of(
                              new L1Regularization(0.5),
                              new L2Regularization(0.25),
                              new WeightDecay(0.125, true)));
                  return layer;
                });
    assertThat(network.describe()).contains(" l1=0.5 l2=0.25 weight-decay=0.125 <- input");
  }

  @Test
  void aWrittenLayerThatCannotStandThereIsNamed() {
    Architecture plan =
        new Architecture.Layers(
            List.of(new LayerPlan.Convolution(3, 3, 1, Optional.empty())), Activation.RELU);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(plan, SEQUENCE))
        .withMessage(
            "layer 1: the output cannot stand behind numbers of each step; needed before it: a"
                + " global-pool or an lstm");
  }

  static Architecture residual() {
    return new Architecture.ResidualCnn(List.of(2, 3), Activation.TANH);
  }

  static Stream<Arguments> overSteps() {
    return Stream.of(
        Arguments.of(lstm(false), SEQUENCE),
        Arguments.of(lstm(true), SEQUENCE),
        Arguments.of(lstm(false), TEXT),
        Arguments.of(lstm(true), TEXT),
        Arguments.of(textCnn(), TEXT),
        Arguments.of(windowsThenMemory(), SEQUENCE));
  }

  private static Examples rows(InputShape input) {
    return SmallTasks.examples(Goal.CLASSIFICATION, input, 6, 1);
  }

  private static GraphNetwork network(Architecture architecture, InputShape input) {
    return GraphNetwork.generate(architecture, input, Goal.CLASSIFICATION, SmallTasks.OUTPUTS);
  }

  private static GradientCheck check(Architecture architecture, InputShape input) {
    Examples rows = rows(input);
    return new GradientCheck(network(architecture, input), rows.inputs(), rows.labels());
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("overSteps")
  void gradientsOfRowsOfDifferentLengthAreThoseOfTheLoss(
      Architecture architecture, InputShape input) {
    check(architecture, input).holds();
  }

  @Test
  void gradientsOfAResidualNetworkAreThoseOfTheLoss() {
    check(residual(), IMAGE).holds();
  }

  /** The same rows with something else where there is only padding. */
  private static Inputs otherPadding(Inputs inputs, InputShape input) {
    INDArray mask = inputs.mask().orElseThrow();
    INDArray padding = mask.rsub(1);
    INDArray features = inputs.features().dup();
    return new Inputs(
        input.kind() == InputShape.Kind.TEXT
            ? features.add(padding.mul(4))
            : features.add(padding.reshape(mask.size(0), 1, mask.size(1)).mul(7)),
        inputs.mask());
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("overSteps")
  void whatStandsInPaddingChangesNeitherGradientNorPrediction(
      Architecture architecture, InputShape input) {
    Examples rows = rows(input);
    Inputs others = otherPadding(rows.inputs(), input);
    assertThat(others.features()).isNotEqualTo(rows.features());
    GradientCheck one = check(architecture, input);
    GradientCheck other = new GradientCheck(network(architecture, input), others, rows.labels());
    assertThat(other.gradient()).isEqualTo(one.gradient());
    assertThat(predict(other.graph(), others)).isEqualTo(predict(one.graph(), rows.inputs()));
  }

  private static INDArray predict(ComputationGraph graph, Inputs inputs) {
    DataType type = graph.params().dataType();
    INDArray[] features = {inputs.features().castTo(type)};
    return inputs
        .mask()
        .map(mask -> new INDArray[] {mask.castTo(type)})
        .map(masks -> graph.output(false, features, masks, null)[0])
        .orElseGet(() -> graph.outputSingle(false, features));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("overSteps")
  void aRowIsPredictedAloneAsAmongLongerOnes(Architecture architecture, InputShape input) {
    CpuBackend.useOneThread();
    Inputs inputs = rows(input).inputs();
    ComputationGraph graph =
        new ComputationGraph(network(architecture, input).configuration(3, layer -> new Sgd(1)));
    graph.init();
    INDArray together = predict(graph, inputs);
    for (int row = 0; row < inputs.rows(); row++) {
      Inputs one = inputs.rows(row, row + 1);
      int steps = one.mask().orElseThrow().sumNumber().intValue();
      INDArray cut =
          input.kind() == InputShape.Kind.TEXT
              ? one.features().get(NDArrayIndex.all(), NDArrayIndex.interval(0, steps))
              : one.features()
                  .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, steps));
      INDArray alone = predict(graph, new Inputs(cut.dup(), Optional.empty()));
      assertThat(alone.equalsWithEps(together.getRow(row, true), 1e-6))
          .as("row %d: %s and %s", row, alone, together.getRow(row))
          .isTrue();
    }
  }

  @Test
  void aPlanForOtherRowsIsRefusedWithTheWayOn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(new Architecture.Mlp(List.of(3), Activation.RELU), TEXT))
        .withMessage(
            "an mlp needs images or rows of a table, but the data are texts; use a text-cnn");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(textCnn(), SEQUENCE))
        .withMessage("a text-cnn needs texts, but the data are sequences; use an lstm");
  }

  @Test
  void recurrentLayersAreSites() {
    assertThat(network(lstm(true), TEXT).sites())
        .extracting(Site::kind)
        .containsExactly(
            Kind.EMBEDDING,
            Kind.RECURRENT,
            Kind.RECURRENT,
            Kind.RECURRENT,
            Kind.RECURRENT,
            Kind.OUTPUT);
  }

  @Test
  void aTextCnnReadsWindowsOfEveryWidthSideBySide() {
    assertThat(network(textCnn(), TEXT).describe().lines())
        .contains(
            "conv-1: Convolution1DLayer 2 units=2 activation=tanh init=Relu <-" + " embedding-1",
            "conv-3: Convolution1DLayer 4 units=2 activation=tanh init=Relu <-" + " embedding-1");
  }

  @Test
  void blocksThatKeepTheirShapeHaveNoProjection() {
    Architecture three = new Architecture.ResidualCnn(List.of(2, 2, 4), Activation.RELU);
    List<String> lines = network(three, IMAGE).describe().lines().toList();
    assertThat(lines).filteredOn(line -> line.startsWith("projection")).hasSize(2);
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).startsWith("add-1:").endsWith("<- conv-1, conv-3"))
        .anySatisfy(
            line -> assertThat(line).startsWith("add-3:").endsWith("<- projection-2, conv-7"));
  }
}
