package org.hone.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hone.engine.replay.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

class FasterCallTest {

  @BeforeAll
  static void loadNd4j() {
    CpuBackend.start();
  }

  private static void replaysLikeNd4j(
      String operation, INDArray value, INDArray error, INDArray result) {
    Runnable own =
        () ->
            Nd4j.exec(
                DynamicCustomOp.builder(operation)
                    .addInputs(value, error)
                    .addOutputs(result)
                    .build());
    Recording recording = Recording.of(List.of(value, error, result), own);
    result.assign(7);
    recording.complete().run();
    INDArray replayed = result.dup();
    own.run();
    assertThat(replayed.data().asFloat()).isEqualTo(result.data().asFloat());
  }

  @Test
  void theWayBackThroughARectifierIsThatOfNd4j() {
    INDArray sums = Nd4j.randn(50, 99);
    INDArray error = Nd4j.randn(50, 99);
    sums.putScalar(0, 0f);
    sums.putScalar(1, -0f);
    sums.putScalar(2, Float.POSITIVE_INFINITY);
    sums.putScalar(3, Float.NEGATIVE_INFINITY);
    sums.putScalar(4, Float.MIN_VALUE);
    sums.putScalar(5, 3f);
    error.putScalar(5, -0f);
    replaysLikeNd4j("relu_bp", sums, error, sums.ulike());
  }
}
