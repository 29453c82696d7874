package org.hone.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever tunes something else than a network must not get one with it. */
class ClassPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.nd4j.linalg.factory.Nd4j",
        "org.nd4j.linalg.api.ndarray.INDArray",
        "org.deeplearning4j.nn.graph.ComputationGraph",
        "org.deeplearning4j.nn.multilayer.MultiLayerNetwork"
      })
  void holdsNoDeeplearning4j(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
