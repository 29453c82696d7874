package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonDominatedSortTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** Takes away the points that none of the rest dominates, again and again. */
  private static int[] peeled(double[][] losses) {
    int[] ranks = new int[losses.length];
    Arrays.fill(ranks, -1);
    for (int rank = 0; Arrays.stream(ranks).anyMatch(r -> r < 0); rank++) {
      int[] left = IntStream.range(0, losses.length).filter(i -> ranks[i] < 0).toArray();
      int[] front =
          Arrays.stream(left)
              .filter(
                  i ->
                      Arrays.stream(left)
                          .noneMatch(j -> NonDominatedSort.dominates(losses[j], losses[i])))
              .toArray();
      for (int i : front) {
        ranks[i] = rank;
      }
    }
    return ranks;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void equalsPeelingFrontByFront(int objectives) {
    SplittableRandom random = new SplittableRandom(objectives);
    for (int repeat = 0; repeat < 50; repeat++) {
      int grid = repeat % 2 == 0 ? 6 : 1000;
      double[][] losses =
          IntStream.range(0, 1 + random.nextInt(60))
              .mapToObj(i -> random.ints(objectives, 0, grid).asDoubleStream().toArray())
              .toArray(double[][]::new);
      assertThat(NonDominatedSort.ranks(losses)).containsExactly(peeled(losses));
    }
  }

  @Test
  void equalPointsShareARank() {
    double[][] losses = {{0, 1}, {1, 1}, {0, 1}, {1, 1}, {-0.0, 1}};
    assertThat(NonDominatedSort.ranks(losses)).containsExactly(0, 1, 0, 1, 0);
    assertThat(NonDominatedSort.front(losses)).containsExactly(0, 2, 4);
  }

  @Test
  void nanIsAsBadAsInfinity() {
    double[][] losses = {{NAN, 0}, {INFINITE, 0}, {5, 0}, {-INFINITE, 9}, {NAN, NAN}};
    assertThat(NonDominatedSort.ranks(losses)).containsExactly(1, 1, 0, 0, 2);
    assertThat(NonDominatedSort.dominates(losses[2], losses[0])).isTrue();
    assertThat(NonDominatedSort.dominates(losses[0], losses[1])).isFalse();
  }

  @Test
  void infeasiblePointsComeAfterAllFeasibleOnesInTheOrderOfTheirViolation() {
    double[][] losses = {{5, 5}, {0, 0}, {6, 6}, {1, 1}, {-9, -9}, {0, 0}};
    double[] violations = {0, 3, -1, 0.5, NAN, 3};
    assertThat(NonDominatedSort.ranks(losses, violations)).containsExactly(0, 3, 1, 2, 4, 3);
  }

  @Test
  void whereNothingIsFeasibleTheLeastViolationLeads() {
    double[][] losses = {{0, 0}, {9, 9}};
    assertThat(NonDominatedSort.ranks(losses, new double[] {2, 1})).containsExactly(1, 0);
  }

  @Test
  void bearsNoPointsAndRefusesRowsOfDifferentLength() {
    assertThat(NonDominatedSort.ranks(new double[0][])).isEmpty();
    assertThatThrownBy(() -> NonDominatedSort.ranks(new double[][] {{1}, {1, 2}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NonDominatedSort.ranks(new double[][] {{1}}, new double[0]))
        .hasMessageContaining("0 for 1 points");
  }
}
