package org.hone.search.math;

import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;

/** Uniform draws, on the parameter's own scale, among the values that are allowed. */
public final class Uniform {
  private static final int MOST_REJECTIONS = 10_000;

  private Uniform() {}

  /**
   * A value of the distribution.
   *
   * @param allowed never asked about values that the distribution does not have
   * @throws IllegalStateException if no allowed value is found
   */
  public static double draw(
      Distribution distribution, DoublePredicate allowed, RandomGenerator random) {
    return distribution instanceof CategoricalDistribution categorical
        ? category(categorical, allowed, random)
        : number(distribution, allowed, random);
  }

  private static double category(
      CategoricalDistribution distribution, DoublePredicate allowed, RandomGenerator random) {
    int[] left = IntStream.range(0, distribution.choices().size()).filter(allowed::test).toArray();
    if (left.length == 0) {
      throw nothingLeft(distribution);
    }
    return left[random.nextInt(left.length)];
  }

  private static double number(
      Distribution distribution, DoublePredicate allowed, RandomGenerator random) {
    for (int i = 0; i < MOST_REJECTIONS; i++) {
      double value = distribution.fromUnit(random.nextDouble());
      if (allowed.test(value)) {
        return value;
      }
    }
    throw nothingLeft(distribution);
  }

  private static IllegalStateException nothingLeft(Distribution distribution) {
    return new IllegalStateException(
        "the constraints leave no value of: " + distribution.describe());
  }
}
