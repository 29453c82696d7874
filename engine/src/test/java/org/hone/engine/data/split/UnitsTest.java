package org.hone.engine.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitsTest {

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** Rows with labels of 30 %, 10 % and 2 %, and groups of up to twenty rows. */
  private static List<int[]> labels(int rows, Random random) {
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                IntStream.range(0, 3)
                    .filter(label -> random.nextInt(100) < new int[] {30, 10, 2}[label])
                    .toArray())
        .toList();
  }

  private static List<int[]> groups(int rows, Random random) {
    List<int[]> groups = new ArrayList<>();
    for (int from = 0; from < rows; ) {
      int to = Math.min(rows, from + 1 + random.nextInt(20));
      groups.add(IntStream.range(from, to).toArray());
      from = to;
    }
    return groups;
  }

  private static Units rows(List<int[]> labels) {
    return new Units(
        "rows",
        IntStream.range(0, labels.size()).mapToObj(row -> new int[] {row}).toList(),
        labels);
  }

  private static double share(int[] rows, List<int[]> labels, int label) {
    return Arrays.stream(rows)
        .filter(row -> Arrays.stream(labels.get(row)).anyMatch(one -> one == label))
        .count();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eachLabelIsInEachPartInProportion(long seed) {
    List<int[]> labels = labels(1000, new Random(seed));
    int[] all = IntStream.range(0, 1000).toArray();
    Split split = rows(labels).deal(new SplitPlan(0.2, 0.1, seed, seed));
    assertThat(split.test().length).isBetween(95, 105);
    assertThat(split.validation().length).isBetween(190, 210);
    for (int label = 0; label < 3; label++) {
      double count = share(all, labels, label);
      assertThat(share(split.test(), labels, label)).isBetween(0.1 * count - 1, 0.1 * count + 1);
      assertThat(share(split.validation(), labels, label))
          .isBetween(0.2 * count - 1, 0.2 * count + 1);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aGroupIsOnOneSideAndPartsHaveTheirShare(long seed) {
    List<int[]> groups = groups(1000, new Random(seed));
    List<int[]> labels =
        groups.stream().map(rows -> Arrays.stream(rows).map(r -> r % 2).toArray()).toList();
    Split split = new Units("groups", groups, labels).deal(new SplitPlan(0.2, 0.1, seed, seed));
    List<int[]> parts = List.of(split.training(), split.validation(), split.test());
    for (int[] group : groups) {
      assertThat(parts.stream().filter(part -> count(part, group) > 0)).hasSize(1);
    }
    assertThat(parts.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(split.test().length).isBetween(85, 115);
    assertThat(split.validation().length).isBetween(180, 220);
  }

  private static long count(int[] part, int[] group) {
    return Arrays.stream(part).filter(row -> Arrays.binarySearch(group, row) >= 0).count();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void testGroupsFollowTheirSeedAndEachOtherValidatesInOneFold(long seed) {
    List<int[]> groups = groups(300, new Random(seed));
    Units units = new Units("groups", groups, groups.stream().map(rows -> new int[0]).toList());
    SplitPlan plan = new SplitPlan(0.2, 0.2, 7, seed);
    int[] test = sorted(units.deal(new SplitPlan(0.2, 0.2, 7, seed + 1)).test());
    List<Integer> validated = new ArrayList<>();
    for (int fold = 0; fold < 3; fold++) {
      Split split = units.deal(plan.withFold(new SplitPlan.Fold(fold, 3)));
      assertThat(sorted(split.test())).isEqualTo(test);
      assertThat(split.validation().length).isBetween(60, 100);
      Arrays.stream(split.validation()).forEach(validated::add);
    }
    assertThat(validated).doesNotHaveDuplicates().hasSize(300 - test.length);
  }

  private static int[] sorted(int[] rows) {
    return Arrays.stream(rows).sorted().toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void threeGroupsAreEnough(long seed) {
    List<int[]> groups =
        List.of(
            IntStream.range(0, 90).toArray(), new int[] {90}, IntStream.range(91, 95).toArray());
    Units units = new Units("groups", groups, groups.stream().map(rows -> new int[0]).toList());
    SplitPlan plan = new SplitPlan(0.2, 0.2, seed, seed);
    assertThat(units.deal(plan).isComplete(plan)).isTrue();
  }

  @Test
  void twoGroupsAreTooFewForThreeParts() {
    List<int[]> groups = List.of(new int[] {0, 1}, new int[] {2, 3});
    Units units = new Units("groups", groups, List.of(new int[0], new int[0]));
    SplitPlan plan = new SplitPlan(0.2, 0.2, 1, 1);
    assertThat(units.deal(plan).isComplete(plan)).isFalse();
    assertThat(units.supply()).isEqualTo("2 groups");
  }

  @Test
  void withoutValidationAllOthersTrain() {
    Split split = rows(labels(50, new Random(1))).deal(new SplitPlan(0, 0.2, 1, 1));
    assertThat(split.validation()).isEmpty();
    assertThat(split.training()).hasSize(40);
  }
}
