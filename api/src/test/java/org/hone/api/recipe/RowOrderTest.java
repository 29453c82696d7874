package org.hone.api.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hone.search.testkit.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RowOrderTest {
  private static final Progress START = new Progress(0, 1, 0, 0, 1, List.of());

  private static int[] shuffled(int rows, long seed) {
    INDArray labels = Nd4j.zeros(rows, 1);
    return RowOrder.shuffled().epoch(labels, START, new RandomState(seed));
  }

  @ParameterizedTest(name = "{0} rows")
  @ValueSource(ints = {1, 2, 3, 50, 1000})
  void visitsEachRowOnce(int rows) {
    int[] order = shuffled(rows, 5);
    Arrays.sort(order);
    assertThat(order).isEqualTo(IntStream.range(0, rows).toArray());
  }

  @Test
  void followsFromTheSeed() {
    assertThat(shuffled(50, 5)).isEqualTo(shuffled(50, 5)).isNotEqualTo(shuffled(50, 6));
  }

  @Test
  void everyOrderIsEquallyLikelySeed9() {
    RandomState random = new RandomState(9);
    long[] counts = new long[6];
    INDArray labels = Nd4j.zeros(3, 1);
    for (int i = 0; i < GoodnessOfFit.DRAWS; i++) {
      int[] order = RowOrder.shuffled().epoch(labels, START, random);
      counts[2 * order[0] + (order[1] < order[2] ? 0 : 1)]++;
    }
    double[] equal = new double[6];
    Arrays.fill(equal, 1.0 / 6);
    GoodnessOfFit.assertFrequencies(equal, counts);
  }
}
