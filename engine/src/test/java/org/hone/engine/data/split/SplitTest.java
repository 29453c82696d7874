package org.hone.engine.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SplitTest {

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void dealsOutEachRowOnce(long seed) {
    List<int[]> strata = strata(new Random(seed));
    Split split = new Strata(strata).deal(plan(new Random(seed)));
    int[] dealt =
        IntStream.concat(
                Arrays.stream(split.training()),
                IntStream.concat(Arrays.stream(split.validation()), Arrays.stream(split.test())))
            .sorted()
            .toArray();
    int[] all = strata.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    assertThat(dealt).isEqualTo(all);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void dealsOutEachStratumProportionally(long seed) {
    List<int[]> strata = strata(new Random(seed));
    SplitPlan plan = plan(new Random(seed));
    Split split = new Strata(strata).deal(plan);
    for (int[] stratum : strata) {
      int tests = count(stratum, split.test());
      int validations = count(stratum, split.validation());
      assertThat(count(stratum, split.training())).isPositive();
      assertThat(validations).isPositive();
      if (stratum.length >= 3) {
        assertThat(tests).isPositive();
      }
      if (stratum.length >= 20) {
        assertThat((double) tests)
            .isBetween(stratum.length * plan.test() - 0.5, stratum.length * plan.test() + 0.5);
        assertThat((double) validations)
            .isBetween(
                stratum.length * plan.validation() - 0.5, stratum.length * plan.validation() + 0.5);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void testDependsOnItsSeedAlone(long seed) {
    List<int[]> strata = strata(new Random(seed));
    Split one = new Strata(strata).deal(new SplitPlan(0.2, 0.3, seed, 1));
    Split resplit = new Strata(strata).deal(new SplitPlan(0.2, 0.3, seed, 2));
    Split smaller = new Strata(strata).deal(new SplitPlan(0.1, 0.3, seed, 1));
    Split other = new Strata(strata).deal(new SplitPlan(0.2, 0.3, seed + 1, 1));
    assertThat(resplit.test()).isEqualTo(one.test());
    assertThat(smaller.test()).isEqualTo(one.test());
    assertThat(resplit.validation()).isNotEqualTo(one.validation());
    assertThat(other.test()).isNotEqualTo(one.test());
  }

  @Test
  void theSameSeedsDealTheSame() {
    List<int[]> strata = strata(new Random(3));
    Split one = new Strata(strata).deal(new SplitPlan(0.2, 0.3, 5, 6));
    Split same = new Strata(strata).deal(new SplitPlan(0.2, 0.3, 5, 6));
    assertThat(same.training()).isEqualTo(one.training());
    assertThat(same.validation()).isEqualTo(one.validation());
  }

  @Test
  void eachRowIsAsLikelyToBeValidation() {
    int[] rows = IntStream.range(0, 40).toArray();
    int[] hits = new int[40];
    for (int seed = 0; seed < 10_000; seed++) {
      for (int row : new Strata(List.of(rows)).deal(new SplitPlan(0.25, 0, 0, seed)).validation()) {
        hits[row]++;
      }
    }
    double chiSquare =
        Arrays.stream(hits).mapToDouble(hit -> Math.pow(hit - 2500, 2) / (2500 * 0.75)).sum()
            * 39
            / 40;
    assertThat(chiSquare).as("39 degrees of freedom, upper 1e-6").isLessThan(97);
  }

  @Test
  void mixesStrata() {
    List<int[]> strata =
        List.of(IntStream.range(0, 100).toArray(), IntStream.range(100, 200).toArray());
    int[] training = new Strata(strata).deal(new SplitPlan(0.2, 0, 1, 1)).training();
    assertThat(Arrays.stream(training).limit(80).filter(row -> row < 100).count())
        .isBetween(20L, 60L);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0.2, 0.2, 1, 1, 1",
    "3, 0.1, 0.8, 1, 1, 1",
    "3, 0.8, 0.1, 1, 1, 1",
    "4, 0.8, 0.1, 1, 2, 1",
    "2, 0.2, 0.2, 1, 1, 0",
    "2, 0.9, 0, 1, 1, 0",
    "1, 0.5, 0.4, 1, 0, 0",
    "10, 0.2, 0.2, 6, 2, 2",
    "10, 0.25, 0.25, 4, 3, 3",
    "10, 0.2, 0, 8, 2, 0"
  })
  void roundsInFavourOfSmallParts(
      int rows, double validation, double test, int training, int validations, int tests) {
    Split split =
        new Strata(List.of(IntStream.range(0, rows).toArray()))
            .deal(new SplitPlan(validation, test, 1, 1));
    assertThat(List.of(split.training().length, split.validation().length, split.test().length))
        .containsExactly(training, validations, tests);
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 0.2", "0.5, 0.5", "0.2, -0.1", "NaN, 0.2", "0.2, NaN", "Infinity, 0"})
  void refusesShares(double validation, double test) {
    assertThatThrownBy(() -> new SplitPlan(validation, test, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a split needs validation >= 0, test >= 0 and validation + test < 1, but validation=%s and test=%s"
                .formatted(validation, test));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eachDevelopmentRowValidatesInOneFold(long seed) {
    List<int[]> strata = strata(new Random(seed));
    Strata dealing = new Strata(strata);
    SplitPlan plan = new SplitPlan(0.2, 0.2, seed, seed);
    List<Split> folds =
        IntStream.range(0, 4)
            .mapToObj(fold -> dealing.deal(plan.withFold(new SplitPlan.Fold(fold, 4))))
            .toList();
    assertThat(folds).allSatisfy(fold -> assertThat(fold.test()).isEqualTo(folds.get(0).test()));
    int[] validated =
        folds.stream().flatMapToInt(fold -> IntStream.of(fold.validation())).sorted().toArray();
    int[] development =
        IntStream.concat(
                IntStream.of(folds.get(0).training()), IntStream.of(folds.get(0).validation()))
            .sorted()
            .toArray();
    assertThat(validated).isEqualTo(development);
    IntSummaryStatistics sizes =
        folds.stream().mapToInt(fold -> fold.validation().length).summaryStatistics();
    assertThat(sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1);
  }

  @Test
  void refusesFolds() {
    assertThatThrownBy(() -> new SplitPlan.Fold(5, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("folds are numbered from 0 and at least two, but number=5 of 5");
  }

  private static List<int[]> strata(Random random) {
    List<int[]> strata = new ArrayList<>();
    int from = 0;
    for (int i = random.nextInt(5); i < 6; i++) {
      int size = 2 + random.nextInt(random.nextBoolean() ? 3 : 60);
      strata.add(IntStream.range(from, from + size).toArray());
      from += size;
    }
    strata.add(IntStream.range(from, from + 50).toArray());
    return strata;
  }

  private static SplitPlan plan(Random random) {
    return new SplitPlan(
        0.1 + 0.3 * random.nextDouble(),
        0.1 + 0.3 * random.nextDouble(),
        random.nextLong(),
        random.nextLong());
  }

  private static int count(int[] stratum, int[] part) {
    return (int) Arrays.stream(part).filter(row -> Arrays.binarySearch(stratum, row) >= 0).count();
  }
}
