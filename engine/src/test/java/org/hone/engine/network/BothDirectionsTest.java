package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional.Mode;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.Dl4jEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class BothDirectionsTest {
  private static final Dl4jEngine ENGINE = new Dl4jEngine();
  private static final int STEPS = 5;
  private static final InputShape SEQUENCES = InputShape.sequence(2, STEPS);

  @TempDir private Path folder;

  private static LSTM lstm() {
    return new LSTM.Builder()
        .nOut(3)
        .activation(Activation.TANH)
        .weightInit(WeightInit.XAVIER)
        .build();
  }

  private static MultiLayerNetwork network(Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    OutputLayer.Builder output = new OutputLayer.Builder(LossFunction.MCXENT);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            list.layer(output.activation(Activation.SOFTMAX).nOut(3).build())
                .setInputType(InputType.recurrent(2, STEPS))
                .build());
    network.init();
    return network;
  }

  private static Stream<Arguments> networks() {
    return Stream.of(Mode.values())
        .flatMap(
            mode ->
                Stream.of(
                    Arguments.of(
                        mode + ", all steps",
                        network(new Bidirectional(mode, lstm()), new LastTimeStep(lstm()))),
                    Arguments.of(
                        mode + ", each its last step",
                        network(new Bidirectional(mode, new LastTimeStep(lstm())))),
                    Arguments.of(
                        mode + ", the last step of both",
                        network(new LastTimeStep(new Bidirectional(mode, lstm()))))));
  }

  private Inference opened(MultiLayerNetwork network) throws IOException {
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(network, file.toFile(), false);
    return ENGINE.openModel(file, SEQUENCES, Goal.CLASSIFICATION, 3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void itPredictsAsBeforeWhereNothingIsPadded(String name, MultiLayerNetwork network)
      throws IOException {
    INDArray rows = Nd4j.rand(4, 2, STEPS).subi(0.5);
    INDArray difference = opened(network).predict(rows).sub(network.output(rows));
    assertThat(difference.amaxNumber().doubleValue()).isCloseTo(0, within(1e-6));
  }

  /** A row of 3 steps is predicted as it is alone, whatever stands behind its end. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void paddingHasNoEffect(String name, MultiLayerNetwork network) throws IOException {
    INDArray rows = Nd4j.rand(2, 2, STEPS).subi(0.5);
    INDArray mask = Nd4j.ones(2, STEPS);
    mask.put(1, 3, 0);
    mask.put(1, 4, 0);
    INDArray alone =
        rows.get(NDArrayIndex.interval(1, 2), NDArrayIndex.all(), NDArrayIndex.interval(0, 3));
    INDArray expected = network.output(alone.dup('c'));
    INDArray among = opened(network).predict(new Inputs(rows, Optional.of(mask))).getRow(1, true);
    assertThat(among.sub(expected).amaxNumber().doubleValue()).isCloseTo(0, within(1e-6));
  }

  @Test
  void behindLayersThatChangeTheStepsItIsRefused() {
    Convolution1DLayer shorter =
        new Convolution1DLayer.Builder(3, 1)
            .nOut(2)
            .convolutionMode(ConvolutionMode.Truncate)
            .build();
    MultiLayerNetwork network = network(shorter, new Bidirectional(new LastTimeStep(lstm())));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GraphNetwork.own(
                    network.getLayerWiseConfigurations(), SEQUENCES, Goal.CLASSIFICATION, 3))
        .withMessage(
            "'layer1-reverse' turns 3 steps round by the mask of the input's 5;"
                + " put it before layers that change the number of steps");
  }

  @Test
  void whatItIsWrappedInIsNamed() {
    MultiLayerNetwork frozen =
        network(new FrozenLayer(new Bidirectional(lstm())), new LastTimeStep(lstm()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GraphNetwork.own(
                    frozen.getLayerWiseConfigurations(), SEQUENCES, Goal.CLASSIFICATION, 3))
        .withMessageStartingWith("layer 'layer0' is a FrozenLayer around a Bidirectional; ");
  }
}
