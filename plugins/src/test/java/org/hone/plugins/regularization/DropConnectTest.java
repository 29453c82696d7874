package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.recipe.Network;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DropConnectTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new DropConnect();
  }

  @Test
  void weightsAreSilencedAtRandomAndInferenceIsLeftAsItIsSeed7() {
    Network network = HiddenActivations.with(technique(), Map.of("rate", 0.5));
    var graph = Trial.graph(network);
    INDArray features = Trial.CLASSES.validation().features();
    Nd4j.getRandom().setSeed(7);
    INDArray first = graph.feedForward(features, true).get("output").dup();
    INDArray second = graph.feedForward(features, true).get("output").dup();
    assertThat(first).isNotEqualTo(second);
    assertThat(HiddenActivations.inferenceIsTheSame(network)).isTrue();
  }
}
