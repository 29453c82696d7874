package org.hone.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.recurrent.LastTimeStepLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Hone's layers give what Deeplearning4j's give, but for rounding. */
class OwnLayersTest {
  /** Of the largest element. */
  private static final double TOLERANCE = 2e-5;

  static Stream<Arguments> sequences() {
    return Stream.of(
        Arguments.of("two LSTMs", lstm(5, Activation.TANH), 4, 7, 'c', true),
        Arguments.of("one row, one step", lstm(5, Activation.TANH), 1, 1, 'c', true),
        Arguments.of("step by step in memory", lstm(33, Activation.TANH), 9, 6, 'f', true),
        Arguments.of("long", lstm(3, Activation.TANH), 2, 200, 'c', true),
        Arguments.of("dropout", dropped(lstm(6, Activation.TANH)), 8, 5, 'c', true),
        Arguments.of("another activation", lstm(5, Activation.SOFTSIGN), 4, 7, 'c', false),
        Arguments.of("weight noise", noisy(lstm(5, Activation.TANH)), 4, 7, 'c', false));
  }

  private static Layer[] lstm(int units, Activation activation) {
    return new Layer[] {
      new LSTM.Builder().nOut(units).activation(activation).build(),
      new LSTM.Builder().nOut(units + 1).activation(activation).build(),
      new RnnOutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()
    };
  }

  private static Layer[] dropped(Layer[] layers) {
    Arrays.stream(layers).forEach(layer -> layer.setIDropout(new Dropout(0.6)));
    return layers;
  }

  private static Layer[] noisy(Layer[] layers) {
    for (Layer layer : layers) {
      if (layer instanceof LSTM lstm) {
        lstm.setWeightNoise(new DropConnect(0.6));
      }
    }
    return layers;
  }

  @ParameterizedTest(name = "{0}, seed 3")
  @MethodSource("sequences")
  void anLstmIsThatOfDeeplearning4j(
      String name, Layer[] layers, int rows, int steps, char order, boolean ours) {
    InputType type = InputType.recurrent(4, steps);
    Random random = Nd4j.getRandomFactory().getNewRandomInstance(3);
    INDArray features = Nd4j.rand(random, new long[] {rows, 4, steps}).subi(0.5).dup(order);
    INDArray labels = Nd4j.zeros(rows, 3, steps);
    for (int row = 0; row < rows; row++) {
      for (int step = 0; step < steps; step++) {
        labels.putScalar(row, (row + step) % 3, step, 1);
      }
    }
    compare(layers, type, features, labels, ours);
  }

  static Stream<Arguments> images() {
    return Stream.of(
        Arguments.of(
            "5x5, same", image(convolution(5, 1, ConvolutionMode.Same), false), 1, 7, true),
        Arguments.of(
            "2x2, same, even", image(convolution(2, 1, ConvolutionMode.Same), false), 1, 6, true),
        Arguments.of(
            "3x3, truncated",
            image(convolution(3, 1, ConvolutionMode.Truncate), false),
            3,
            9,
            true),
        Arguments.of("padded", image(padded(), false), 2, 5, true),
        Arguments.of(
            "dropout", dropped(image(convolution(3, 1, ConvolutionMode.Same), false)), 1, 6, true),
        Arguments.of(
            "batch norm", image(convolution(3, 1, ConvolutionMode.Same), true), 3, 8, true),
        Arguments.of("strided", image(convolution(3, 2, ConvolutionMode.Same), true), 3, 8, false));
  }

  private static ConvolutionLayer convolution(int side, int stride, ConvolutionMode mode) {
    return new ConvolutionLayer.Builder(side, side)
        .stride(stride, stride)
        .nOut(4)
        .convolutionMode(mode)
        .activation(Activation.TANH)
        .build();
  }

  private static ConvolutionLayer padded() {
    return new ConvolutionLayer.Builder(3, 2)
        .padding(2, 1)
        .nOut(3)
        .convolutionMode(ConvolutionMode.Strict)
        .activation(Activation.RELU)
        .build();
  }

  private static Layer[] image(ConvolutionLayer first, boolean normalized) {
    OutputLayer last =
        new OutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build();
    ConvolutionLayer second = convolution(3, 1, ConvolutionMode.Same);
    return normalized
        ? new Layer[] {
          first,
          new BatchNormalization.Builder().build(),
          second,
          new BatchNormalization.Builder().useLogStd(false).decay(0.7).build(),
          last
        }
        : new Layer[] {first, second, last};
  }

  @ParameterizedTest(name = "{0}, seed 3")
  @MethodSource("images")
  void aNetworkForImagesIsThatOfDeeplearning4j(
      String name, Layer[] layers, int channels, int side, boolean ours) {
    Random random = Nd4j.getRandomFactory().getNewRandomInstance(3);
    int rows = 6;
    INDArray features = Nd4j.rand(random, new long[] {rows, channels, side, side + 1}).subi(0.3);
    INDArray labels = Nd4j.zeros(rows, 3);
    for (int row = 0; row < rows; row++) {
      labels.putScalar(row, row % 3, 1);
    }
    compare(layers, InputType.convolutional(side, side + 1, channels), features, labels, ours);
  }

  @Test
  void soIsOneWhoseLastStepIsRead() {
    INDArray features =
        Nd4j.rand(Nd4j.getRandomFactory().getNewRandomInstance(3), new long[] {3, 4, 5});
    Layer[] layers = {
      new LastTimeStep(new LSTM.Builder().nOut(5).activation(Activation.TANH).build()),
      new OutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()
    };
    ComputationGraph own = graph(layers, InputType.recurrent(4, 5));
    OwnLayers.putInto(own);
    assertThat(((LastTimeStepLayer) own.getLayers()[0]).getUnderlying())
        .isInstanceOf(FusedLstm.class);
    ComputationGraph stock = graph(layers, InputType.recurrent(4, 5));
    near(gradient(own, features, Nd4j.eye(3)), gradient(stock, features, Nd4j.eye(3)));
    near(own.outputSingle(false, features), stock.outputSingle(false, features));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("few rows", dense(Activation.RELU), 5, 'c', true),
        Arguments.of("many rows", dense(Activation.RELU), 3000, 'c', true),
        Arguments.of("column by column", dense(Activation.RELU), 7, 'f', true),
        Arguments.of("another activation", dense(Activation.ELU), 5, 'c', true),
        Arguments.of("dropout", dropped(dense(Activation.RELU)), 6, 'c', true),
        Arguments.of("batch norm", normalized(), 7, 'c', true),
        Arguments.of("batch norm, column by column", normalized(), 7, 'f', true));
  }

  static Stream<Arguments> outputs() {
    return Stream.of(Activation.SOFTMAX, Activation.SIGMOID, Activation.IDENTITY, Activation.TANH)
        .flatMap(activation -> Stream.of(1, 5, 3000).map(rows -> Arguments.of(activation, rows)));
  }

  @ParameterizedTest(name = "{0}, {1} rows, seed 3")
  @MethodSource("outputs")
  void anOutputLayerIsThatOfDeeplearning4j(Activation activation, int rows) {
    Layer[] layers = {
      new DenseLayer.Builder().nOut(9).activation(Activation.RELU).build(),
      new OutputLayer.Builder(LossFunction.MSE).nOut(3).activation(activation).build()
    };
    Random random = Nd4j.getRandomFactory().getNewRandomInstance(3);
    INDArray features = Nd4j.rand(random, new long[] {rows, 4}).subi(0.3);
    INDArray labels = Nd4j.rand(random, new long[] {rows, 3});
    compare(layers, InputType.feedForward(4), features, labels, true);
  }

  private static Layer[] normalized() {
    Layer[] dense = dense(Activation.TANH);
    return new Layer[] {
      new BatchNormalization.Builder().build(),
      dense[0],
      new BatchNormalization.Builder().build(),
      dense[1],
      new BatchNormalization.Builder().useLogStd(false).decay(0.7).build(),
      dense[2]
    };
  }

  private static Layer[] dense(Activation activation) {
    return new Layer[] {
      new DenseLayer.Builder().nOut(9).activation(activation).build(),
      new DenseLayer.Builder().nOut(6).activation(activation).build(),
      new OutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()
    };
  }

  @ParameterizedTest(name = "{0}, seed 3")
  @MethodSource("tables")
  void aDenseLayerIsThatOfDeeplearning4j(
      String name, Layer[] layers, int rows, char order, boolean ours) {
    Random random = Nd4j.getRandomFactory().getNewRandomInstance(3);
    INDArray features = Nd4j.rand(random, new long[] {rows, 4}).subi(0.3).dup(order);
    INDArray labels = Nd4j.zeros(rows, 3);
    for (int row = 0; row < rows; row++) {
      labels.putScalar(row, row % 3, 1);
    }
    compare(layers, InputType.feedForward(4), features, labels, ours);
  }

  private static void compare(
      Layer[] layers, InputType type, INDArray features, INDArray labels, boolean ours) {
    ComputationGraph stock = graph(layers, type);
    ComputationGraph own = graph(layers, type);
    own.setParams(stock.params().mul(2)); // far from the straight part of the activations
    stock.setParams(own.params());
    OwnLayers.putInto(own);
    assertThat(own.getLayers()[0].getClass().getPackage().equals(OwnLayers.class.getPackage()))
        .isEqualTo(ours);
    for (int pass = 0; pass < 2; pass++) {
      near(gradient(own, features, labels), gradient(stock, features, labels));
      assertThat(own.score()).isCloseTo(stock.score(), within(stock.score()));
    }
    near(own.outputSingle(false, features), stock.outputSingle(false, features));
  }

  private static Offset<Double> within(double size) {
    return Offset.offset(TOLERANCE * Math.abs(size));
  }

  private static ComputationGraph graph(Layer[] layers, InputType type) {
    ComputationGraphConfiguration.GraphBuilder builder =
        new NeuralNetConfiguration.Builder().seed(3).updater(new Sgd(1)).graphBuilder();
    builder.addInputs("in").setInputTypes(type);
    String before = "in";
    for (int i = 0; i < layers.length; i++) {
      builder.addLayer("layer" + i, layers[i].clone(), before);
      before = "layer" + i;
    }
    ComputationGraph graph = new ComputationGraph(builder.setOutputs(before).build());
    graph.init();
    return graph;
  }

  private static INDArray gradient(ComputationGraph graph, INDArray features, INDArray labels) {
    Nd4j.getRandom().setSeed(3);
    graph.setInput(0, features);
    graph.setLabels(labels);
    graph.computeGradientAndScore();
    return graph.getFlattenedGradients().dup();
  }

  private static void near(INDArray own, INDArray stock) {
    double largest = stock.amaxNumber().doubleValue();
    assertThat(largest).isPositive();
    assertThat(own.sub(stock).amaxNumber().doubleValue() / largest).isLessThan(TOLERANCE);
  }

  @Test
  void tanhIsThatOfMathToTheRoundingOfFloats() {
    float[] x = new float[200_001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 100_000) / 8000f;
    }
    float[] tanh = x.clone();
    float[] logistic = x.clone();
    Sigmoids.tanh(tanh, new float[x.length], x.length);
    Sigmoids.logistic(logistic, new float[x.length], x.length);
    for (int i = 0; i < x.length; i++) {
      assertThat(Math.abs(tanh[i] - Math.tanh(x[i]))).isLessThan(4e-7);
      assertThat(Math.abs(logistic[i] - 1 / (1 + Math.exp(-x[i])))).isLessThan(4e-7);
    }
  }

  @Test
  void sigmoidsOfWhatIsNoNumberAreNone() {
    float[] x = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    Sigmoids.tanh(x, new float[3], 3);
    assertThat(x[0]).isNaN();
    assertThat(x[1]).isCloseTo(1, Offset.offset(4e-7f));
    assertThat(x[2]).isCloseTo(-1, Offset.offset(4e-7f));
  }

  @Test
  void theExponentialFunctionIsThatOfMathToTheRoundingOfFloats() {
    for (int i = 0; i <= 870_000; i++) {
      float x = -i / 10_000f;
      double exact = Math.exp(x);
      assertThat(Math.abs(Softmax.exp(x) / exact - 1)).isLessThan(2.5e-7);
    }
    assertThat(Softmax.exp(0)).isOne();
    assertThat(Softmax.exp(Float.NEGATIVE_INFINITY)).isBetween(0f, 2e-38f);
    assertThat(Softmax.exp(Float.NaN)).isNaN();
  }

  @Test
  void aSoftmaxIsOfEachRowByItself() {
    float[] x = {1, 1, 1000, -1000, 0, Float.NaN, 7, 7};
    Softmax.ofEach(2, x, 6);
    assertThat(x).containsExactly(0.5f, 0.5f, 1, x[3], Float.NaN, Float.NaN, 7, 7);
    assertThat(x[3]).isBetween(0f, 2e-38f);
  }
}
