package org.hone.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FlatVectorTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isDividedInPlaceTheSameWayEverywhere(boolean direct) {
    INDArray array = Nd4j.createFromArray(3f, -6f, 1f);
    FlatVector vector = new FlatVector(array, direct);

    vector.divide(3);
    vector.divide(3);
    vector.divide(0.5);

    assertThat(array).isEqualTo(Nd4j.createFromArray(3f, -6f, 1f).divi(3).divi(3).divi(0.5));
    assertThat(vector.norm()).isEqualTo(array.norm2Number().doubleValue(), within(1e-6));
  }
}
