package org.hone.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.LongPointer;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TranspositionTest {

  @BeforeAll
  static void loadNd4j() {
    CpuBackend.start();
  }

  private static Optional<NativeCall.Action> of(INDArray source, INDArray target) {
    return Transposition.of(
        source.data().addressPointer(),
        (LongPointer) source.shapeInfoDataBuffer().addressPointer(),
        target.data().addressPointer(),
        (LongPointer) target.shapeInfoDataBuffer().addressPointer());
  }

  @ParameterizedTest
  @CsvSource({"2,3,f,c", "16,32,f,c", "33,50,f,c", "33,50,c,f", "5,1,f,c", "1,5,f,c"})
  void aReplayedCopyIsThatOfNd4j(int rows, int columns, char from, char to) {
    INDArray source = Nd4j.rand(rows, columns).dup(from);
    INDArray target = Nd4j.create(new int[] {rows, columns}, to);
    Recording recording = Recording.of(List.of(source, target), () -> target.assign(source));
    source.assign(Nd4j.rand(rows, columns));
    source.putScalar(0, Float.NaN);
    source.putScalar(1, -0f);
    target.assign(7);
    recording.complete().run();
    INDArray replayed = target.dup(to);
    target.assign(source);

    assertThat(replayed.data().asFloat()).isEqualTo(target.data().asFloat());
  }

  @ParameterizedTest
  @CsvSource({"33,50,f,c,true", "33,50,c,f,true", "33,50,c,c,false", "600,600,f,c,false"})
  void isForSmallMatricesInOppositeOrders(
      int rows, int columns, char from, char to, boolean expected) {
    INDArray source = Nd4j.create(new int[] {rows, columns}, from);
    INDArray target = Nd4j.create(new int[] {rows, columns}, to);

    assertThat(of(source, target).isPresent()).isEqualTo(expected);
  }
}
