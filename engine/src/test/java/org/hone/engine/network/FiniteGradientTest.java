package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.backend.CpuBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class FiniteGradientTest {
  static {
    CpuBackend.start();
  }

  private static INDArray gradient(IActivation activation, INDArray sums) {
    return activation.backprop(sums.dup(), sums.ulike().assign(1)).getFirst();
  }

  @ParameterizedTest
  @EnumSource(names = {"GELU", "SWISH", "MISH"})
  void largeSumsPassTheGradientOnAndOthersAsDeeplearning4jDoes(Activation name) {
    IActivation own = name.getActivationFunction();
    IActivation finite = FiniteGradient.of(own);
    INDArray far = Nd4j.createFromArray(-1000f, 23f, 30f, 50f, 1000f);
    assertThat(gradient(finite, far)).isEqualTo(Nd4j.createFromArray(0f, 1f, 1f, 1f, 1f));
    INDArray near = Nd4j.linspace(-20, 20, 81).castTo(far.dataType());
    assertThat(gradient(finite, near)).isEqualTo(gradient(own, near));
    assertThat(finite.getActivation(far.dup(), true)).isEqualTo(own.getActivation(far, true));
  }

  @ParameterizedTest
  @EnumSource(names = {"GELU", "SWISH", "MISH"})
  void halvesGetTheGradientOfSinglePrecisionRounded(Activation name) {
    IActivation finite = FiniteGradient.of(name.getActivationFunction());
    INDArray sums = Nd4j.linspace(-20, 20, 81).castTo(DataType.FLOAT16);
    assertThat(gradient(finite, sums))
        .isEqualTo(gradient(finite, sums.castTo(DataType.FLOAT)).castTo(DataType.FLOAT16));
  }

  @Test
  void otherActivationsAreLeftAlone() {
    IActivation relu = Activation.RELU.getActivationFunction();
    assertThat(FiniteGradient.of(relu)).isSameAs(relu);
    IActivation precise = new ActivationGELU(true);
    assertThat(FiniteGradient.of(precise)).isSameAs(precise);
  }

  @ParameterizedTest
  @EnumSource(names = {"GELU", "SWISH", "MISH"})
  void aNetworkTrainsWithItAndIsSavedWithoutIt(Activation name) {
    GraphNetwork network =
        GraphNetwork.generate(
            new Architecture.Mlp(List.of(4, 4), name), InputShape.table(2), Goal.CLASSIFICATION, 2);
    ComputationGraph graph =
        new ComputationGraph(
            network.trainingConfiguration(1, layer -> new Sgd(1), Optional::empty, losses -> {}));
    graph.init();
    graph.setInput(0, Nd4j.valueArrayOf(new long[] {1, 2}, 1000f));
    graph.setLabels(Nd4j.createFromArray(new float[][] {{1, 0}}));
    graph.computeGradientAndScore();
    assertThat(graph.gradient().gradient().norm1Number().doubleValue()).isFinite();
    assertThat(network.configuration(1, layer -> new Sgd(1)).toJson()).doesNotContain("org.hone");
  }
}
