package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypervolumeSubsetTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** A tenth of the range beyond the worst of each objective. */
  private static double[] reference(double[][] losses) {
    return IntStream.range(0, losses[0].length)
        .mapToDouble(
            m -> {
              double worst = Arrays.stream(losses).mapToDouble(row -> row[m]).max().orElseThrow();
              double best = Arrays.stream(losses).mapToDouble(row -> row[m]).min().orElseThrow();
              return worst + 0.1 * (worst - best);
            })
        .toArray();
  }

  private static double volume(double[][] losses, List<Integer> subset, double[] reference) {
    return Hypervolume.of(subset.stream().map(i -> losses[i]).toArray(double[][]::new), reference);
  }

  /** Always the point with which the volume is largest, every volume computed anew. */
  private static List<Integer> greedy(double[][] losses, int count) {
    double[] reference = reference(losses);
    List<Integer> subset = new ArrayList<>();
    while (subset.size() < count) {
      int best = -1;
      double most = -1;
      for (int i = 0; i < losses.length; i++) {
        List<Integer> with = new ArrayList<>(subset);
        with.add(i);
        double volume = subset.contains(i) ? -1 : volume(losses, with, reference);
        if (volume > most) {
          most = volume;
          best = i;
        }
      }
      subset.add(best);
    }
    return subset;
  }

  /** Of which none dominates another. */
  private static double[] onFront(double[] direction) {
    double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
    return Arrays.stream(direction).map(x -> 1 - x / length).toArray();
  }

  @ParameterizedTest
  @CsvSource({"2, 12, 1", "2, 40, 15", "3, 30, 10", "4, 20, 5"})
  void choosesAsAGreedySearchDoesSeeds0To9(int objectives, int points, int count) {
    for (long seed = 0; seed < 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] losses =
          IntStream.range(0, points)
              .mapToObj(i -> onFront(random.doubles(objectives).toArray()))
              .toArray(double[][]::new);
      assertThat(HypervolumeSubset.of(losses, count))
          .containsExactly(greedy(losses, count).stream().mapToInt(Integer::intValue).toArray());
    }
  }

  @Test
  void takesAllIfAllAreWanted() {
    double[][] losses = {{1, 2}, {2, 1}};
    assertThat(HypervolumeSubset.of(losses, 2)).containsExactlyInAnyOrder(0, 1);
    assertThat(HypervolumeSubset.of(losses, 0)).isEmpty();
    assertThat(HypervolumeSubset.of(new double[0][], 0)).isEmpty();
  }

  /** Two crowds: one of each before a second of any. */
  @Test
  void spreadsAlongTheFront() {
    double[][] losses = {{0, 1}, {0.01, 0.99}, {0.02, 0.98}, {0.99, 0.01}, {1, 0}};
    int[] two = HypervolumeSubset.of(losses, 2);
    assertThat(Arrays.stream(two).filter(i -> i < 3)).hasSize(1);
  }

  @Test
  void bearsInfinitiesNaNAndEqualPoints() {
    double[][] losses = {
      {INFINITE, 0}, {0.5, 0.5}, {-INFINITE, 1}, {Double.NaN, 0.2}, {0.5, 0.5}, {1, INFINITE}
    };
    assertThat(HypervolumeSubset.of(losses, 2)).contains(2).doesNotContain(5);
    assertThat(HypervolumeSubset.of(losses, 5)).doesNotHaveDuplicates().hasSize(5);
    double[][] equal = {{1, 1}, {1, 1}, {1, 1}};
    assertThat(HypervolumeSubset.of(equal, 2)).doesNotHaveDuplicates().hasSize(2);
  }
}
