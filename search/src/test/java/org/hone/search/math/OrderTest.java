package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static double[] keys(Random random, int n) {
    double[] keys = new double[n];
    for (int i = 0; i < n; i++) {
      keys[i] = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(10) - 5;
    }
    return keys;
  }

  private static int[] expected(double[] keys) {
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> keys[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  @Test
  void sortsAsObjectsWouldBeSortedSeeds0To49() {
    for (int seed = 0; seed < 50; seed++) {
      double[] keys = keys(new Random(seed), seed * 3);
      assertThat(Order.sorted(Order.identity(keys.length), Order.ascending(keys)))
          .isEqualTo(expected(keys));
    }
  }

  @Test
  void takesBothZerosForEqual() {
    double[] keys = {0.0, -0.0, 0.0};
    assertThat(Order.sorted(new int[] {2, 1, 0}, Order.ascending(keys))).containsExactly(0, 1, 2);
  }

  @Test
  void puttingInIsSortingAnewSeeds0To49() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      double[] keys = keys(random, 60);
      int[] all = Order.identity(60);
      int[] some = Arrays.stream(all).filter(i -> random.nextInt(5) > 0).toArray();
      int[] rest = Arrays.stream(all).filter(i -> Arrays.binarySearch(some, i) < 0).toArray();
      Order.Precedence order = Order.ascending(keys);
      assertThat(Order.merged(Order.sorted(some, order), rest, order))
          .isEqualTo(Order.sorted(all, order));
    }
  }
}
