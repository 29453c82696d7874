package org.hone.api.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Layers of Hone's in small networks of Deeplearning4j's, in double precision. */
class LayersInANetworkTest {
  private static final double H = 1e-6;
  private static final ResidualSum NEVER_REGULAR = new ShakeDropSum(0);

  static List<Normalization> normalizations() {
    return List.of(
        Normalization.ofRows(),
        Normalization.ofGroups(2),
        Normalization.ofChannels(),
        Normalization.ofRootMeanSquare());
  }

  private static NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder().seed(3).dataType(DataType.DOUBLE);
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder(LossFunction.MSE)
        .activation(Activation.IDENTITY)
        .nOut(2)
        .build();
  }

  private static ComputationGraph images(Normalization normalization) {
    return started(
        builder()
            .graphBuilder()
            .addInputs("input")
            .setInputTypes(InputType.convolutional(4, 4, 1))
            .addLayer(
                "conv",
                new ConvolutionLayer.Builder(2, 2).nOut(4).activation(Activation.TANH).build(),
                "input")
            .addLayer("normal", normalization.clone(), "conv")
            .addLayer("output", output(), "normal")
            .setOutputs("output")
            .build());
  }

  private static ComputationGraph rows(ResidualSum sum) {
    ComputationGraphConfiguration.GraphBuilder graph =
        builder()
            .graphBuilder()
            .addInputs("input")
            .setInputTypes(InputType.feedForward(4))
            .addLayer("first", dense(), "input")
            .addLayer("branch-1", dense(), "first");
    if (sum.branches() == 2) {
      graph
          .addLayer("branch-2", dense(), "first")
          .addVertex("sum", sum, "first", "branch-1", "branch-2");
    } else {
      graph.addVertex("sum", sum, "first", "branch-1");
    }
    return started(graph.addLayer("output", output(), "sum").setOutputs("output").build());
  }

  private static DenseLayer dense() {
    return new DenseLayer.Builder().nOut(4).activation(Activation.TANH).build();
  }

  private static ComputationGraph started(ComputationGraphConfiguration configuration) {
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    return graph;
  }

  @ParameterizedTest
  @MethodSource("normalizations")
  void theGradientIsThatOfNumericDifferences(Normalization normalization) {
    ComputationGraph graph = images(normalization);
    Nd4j.getRandom().setSeed(3);
    DataSet rows =
        new DataSet(Nd4j.rand(DataType.DOUBLE, 5, 1, 4, 4), Nd4j.rand(DataType.DOUBLE, 5, 2));
    graph.setInput(0, rows.getFeatures());
    graph.setLabels(rows.getLabels());
    graph.computeGradientAndScore();
    for (Map.Entry<String, INDArray> entry : graph.paramTable().entrySet()) {
      INDArray weights = entry.getValue();
      INDArray gradient = graph.gradient().getGradientFor(entry.getKey());
      for (long i = 0; i < weights.length(); i += 3) {
        double own = weights.getDouble(i);
        weights.putScalar(i, own + H);
        double above = graph.score(rows, true);
        weights.putScalar(i, own - H);
        double below = graph.score(rows, true);
        weights.putScalar(i, own);
        assertThat(gradient.getDouble(i)).isEqualTo(5 * (above - below) / (2 * H), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("normalizations")
  void aConfigurationIsTheSameAfterJson(Normalization normalization) {
    ComputationGraph graph = images(normalization);
    ComputationGraphConfiguration read =
        ComputationGraphConfiguration.fromJson(graph.getConfiguration().toJson());
    assertThat(read).isEqualTo(graph.getConfiguration());
    assertThat(started(read).numParams()).isEqualTo(graph.numParams());
    assertThat(normalization.clone()).isEqualTo(normalization).hasSameHashCodeAs(normalization);
    assertThat(normalization.toString()).isNotBlank();
  }

  @Test
  void rowsComeOutStandardised() {
    ComputationGraph graph = images(Normalization.ofRows());
    INDArray out = graph.feedForward(Nd4j.rand(DataType.DOUBLE, 5, 1, 4, 4), true).get("normal");
    assertThat(out.slice(2).meanNumber().doubleValue()).isEqualTo(0, within(1e-6));
    assertThat(out.slice(2).varNumber().doubleValue()).isEqualTo(1, within(0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.ofGroups(0))
        .withMessageContaining("groups=0");
  }

  static List<ResidualSum> sums() {
    return List.of(new ShakeShakeSum(), new ShakeDropSum(0.6), NEVER_REGULAR);
  }

  @ParameterizedTest
  @MethodSource("sums")
  void inferenceTakesTheExpectedShare(ResidualSum sum) {
    ComputationGraph graph = rows(sum);
    Map<String, INDArray> all = graph.feedForward(Nd4j.rand(DataType.DOUBLE, 5, 4), false);
    INDArray expected = all.get("first").add(all.get("branch-1").mul(sum.expected()));
    if (sum.branches() == 2) {
      expected.addi(all.get("branch-2").mul(sum.expected()));
    }
    assertThat(all.get("sum").sub(expected).amaxNumber().doubleValue()).isLessThan(1e-9);
  }

  static List<ResidualSum> alwaysShaking() {
    return List.of(new ShakeShakeSum(), NEVER_REGULAR);
  }

  @ParameterizedTest
  @MethodSource("alwaysShaking")
  void trainingDrawsAnewForEachPassAndBackwardsOtherShares(ResidualSum sum) {
    ComputationGraph graph = rows(sum);
    INDArray features = Nd4j.rand(DataType.DOUBLE, 5, 4);
    INDArray first = graph.feedForward(features, true).get("sum").dup();
    INDArray second = graph.feedForward(features, true).get("sum").dup();
    assertThat(first).isNotEqualTo(second);
    graph.setInput(0, features);
    graph.setLabels(Nd4j.rand(DataType.DOUBLE, 5, 2));
    graph.computeGradientAndScore();
    assertThat(graph.gradient().gradient().amaxNumber().doubleValue()).isPositive();
    ResidualSum.Coefficients drawn = sum.draw(1000);
    assertThat(drawn.forward()[0]).isNotEqualTo(drawn.backward()[0]);
  }

  @ParameterizedTest
  @MethodSource("sums")
  void aVertexIsTheSameAfterJson(ResidualSum sum) {
    ComputationGraph graph = rows(sum);
    assertThat(ComputationGraphConfiguration.fromJson(graph.getConfiguration().toJson()))
        .isEqualTo(graph.getConfiguration());
    assertThat(sum.clone()).isEqualTo(sum).hasSameHashCodeAs(sum);
    assertThat(sum.toString()).startsWith("Shake");
    assertThatIllegalArgumentException().isThrownBy(() -> new ShakeDropSum(1.5));
  }
}
