package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Rows dealt out to training, validation and test, each part in random order. */
final class Split {
  private final int[] training;
  private final int[] validation;
  private final int[] test;

  private Split(int[] training, int[] validation, int[] test) {
    this.training = training;
    this.validation = validation;
    this.test = test;
  }

  /**
   * Deals out rows, each stratum by itself: the plan's share of it to each part, rounded; but at
   * least one row to each part if there are three, and to training and validation if there are two.
   */
  static Split of(List<int[]> strata, SplitPlan plan) {
    SplittableRandom testRandom = new SplittableRandom(plan.testSeed());
    SplittableRandom developmentRandom = new SplittableRandom(plan.developmentSeed());
    List<int[]> training = new ArrayList<>();
    List<int[]> validation = new ArrayList<>();
    List<int[]> test = new ArrayList<>();
    for (int[] stratum : strata) {
      int tests = testRows(stratum.length, plan);
      int validations = validationRows(stratum.length, tests, plan);
      int[] rows = shuffle(stratum, testRandom);
      test.add(Arrays.copyOf(rows, tests));
      int[] rest = Arrays.copyOfRange(rows, tests, rows.length);
      Arrays.sort(rest);
      int[] development = shuffle(rest, developmentRandom);
      validation.add(Arrays.copyOf(development, validations));
      training.add(Arrays.copyOfRange(development, validations, development.length));
    }
    return new Split(
        join(training, developmentRandom),
        join(validation, developmentRandom),
        join(test, testRandom));
  }

  int[] training() {
    return training.clone();
  }

  int[] validation() {
    return validation.clone();
  }

  int[] test() {
    return test.clone();
  }

  /** Whether each part that the plan wants has rows. */
  boolean isComplete(SplitPlan plan) {
    return training.length > 0 && validation.length > 0 && (plan.test() == 0 || test.length > 0);
  }

  private static int testRows(int rows, SplitPlan plan) {
    return plan.test() == 0 || rows < 3 ? 0 : share(rows, plan.test(), rows - 2);
  }

  private static int validationRows(int rows, int tests, SplitPlan plan) {
    return rows < 2 ? 0 : share(rows, plan.validation(), rows - tests - 1);
  }

  private static int share(int rows, double share, int most) {
    return (int) Math.min(most, Math.max(1, Math.round(rows * share)));
  }

  private static int[] join(List<int[]> parts, SplittableRandom random) {
    return shuffle(parts.stream().flatMapToInt(Arrays::stream).toArray(), random);
  }

  /** A random order of the same rows (Fisher and Yates). */
  private static int[] shuffle(int[] rows, SplittableRandom random) {
    int[] shuffled = rows.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = moved;
    }
    return shuffled;
  }
}
