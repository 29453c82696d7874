package org.hone.engine.data.split;

import java.util.Arrays;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows dealt out to training, validation and test, each part in random order. */
public final class Split {
  private final int[] training;
  private final int[] validation;
  private final int[] test;

  /** Parts as they are. */
  Split(int[] training, int[] validation, int[] test) {
    this.training = training;
    this.validation = validation;
    this.test = test;
  }

  public int[] training() {
    return training.clone();
  }

  public int[] validation() {
    return validation.clone();
  }

  public int[] test() {
    return test.clone();
  }

  /** The same with rows that files of their own give to validation and test. */
  public Split with(int[] moreValidation, int[] moreTest) {
    return new Split(training, joined(validation, moreValidation), joined(test, moreTest));
  }

  private static int[] joined(int[] some, int[] more) {
    return IntStream.concat(IntStream.of(some), IntStream.of(more)).toArray();
  }

  /** Whether each part that the plan wants has rows. */
  public boolean isComplete(SplitPlan plan) {
    return training.length > 0 && validation.length > 0 && (plan.test() == 0 || test.length > 0);
  }

  /** The rows of some groups, in random order. */
  static int[] join(Collection<int[]> groups, SplittableRandom random) {
    return shuffle(groups.stream().flatMapToInt(Arrays::stream).toArray(), random);
  }

  /** A random order of the same rows (Fisher and Yates). */
  static int[] shuffle(int[] rows, SplittableRandom random) {
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
