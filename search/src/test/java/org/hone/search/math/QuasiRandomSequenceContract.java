package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hone.search.testkit.GoodnessOfFit.assertFollows;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every scrambled sequence keeps to. */
interface QuasiRandomSequenceContract {

  QuasiRandomSequence sequence(int dimension, long seed);

  @Test
  default void liesWithinTheOpenCube() {
    for (long index : new long[] {0, 1, 2, 3, 1000, 65_535, 1 << 30, (1L << 31) - 1}) {
      assertThat(sequence(200, index).point(index)).hasSize(200);
      for (double coordinate : sequence(200, index).point(index)) {
        assertThat(coordinate).isStrictlyBetween(0.0, 1.0);
      }
    }
  }

  @Test
  default void followsFromSeedAndIndexAlone() {
    QuasiRandomSequence sequence = sequence(3, 7);
    double[] first = sequence.point(12);
    sequence.point(99);
    assertThat(sequence.point(12)).isEqualTo(first);
    assertThat(sequence(3, 7).point(12)).isEqualTo(first);
    assertThat(sequence(3, 8).point(12)).isNotEqualTo(first);
  }

  @Test
  default void everyPointIsUniformOverTheSeeds() {
    for (int index : new int[] {0, 1, 6}) {
      double[] draws =
          LongStream.range(0, 2_000)
              .mapToDouble(seed -> sequence(3, seed).point(index)[2])
              .toArray();
      assertFollows(x -> x, draws);
    }
  }

  /** Independent draws err by 0.0045 on average here. */
  @Test
  default void integratesBetterThanIndependentDraws() {
    for (long seed = 0; seed < 10; seed++) {
      QuasiRandomSequence sequence = sequence(5, seed);
      double mean =
          LongStream.range(0, 1024)
              .mapToDouble(index -> product(sequence.point(index)))
              .average()
              .orElseThrow();
      assertThat(mean).isBetween(1 - 0.02, 1 + 0.02);
    }
  }

  private static double product(double[] point) {
    double product = 1;
    for (double x : point) {
      product *= 1 + 0.5 * (2 * x - 1);
    }
    return product;
  }

  @Test
  default void refusesWhatHasNoPoint() {
    assertThatThrownBy(() -> sequence(2, 0).point(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("index=-1");
    assertThatThrownBy(() -> sequence(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dimension=0");
  }
}
