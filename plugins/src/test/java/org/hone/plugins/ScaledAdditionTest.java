package org.hone.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.hone.engine.backend.CpuBackend;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ScaledAdditionTest {
  @BeforeAll
  static void loadNd4j() {
    CpuBackend.start();
  }

  @Test
  void addsAMultipleInPlaceInEitherPrecision() {
    INDArray single = Nd4j.createFromArray(1f, 2f, 3f);
    ScaledAddition.add(single, 0.5, Nd4j.createFromArray(2f, 4f, -6f));
    assertThat(single.toDoubleVector()).containsExactly(2, 4, 0);
    INDArray precise = Nd4j.createFromArray(1.0, 2.0);
    ScaledAddition.add(precise, 1e-12, Nd4j.createFromArray(1.0, -1.0));
    assertThat(precise.toDoubleVector()).containsExactly(1 + 1e-12, 2 - 1e-12);
  }
}
