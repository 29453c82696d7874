package org.hone.search.math;

import java.util.random.RandomGenerator;

/** Draws indices with probabilities proportional to weights. */
final class WeightedChoice {
  private final double[] cumulative;

  /**
   * @param weights not negative, finite
   * @throws IllegalStateException if none is positive
   */
  WeightedChoice(double[] weights) {
    cumulative = weights.clone();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
    if (!(total() > 0)) {
      throw new IllegalStateException("nothing to choose from: all weights are zero");
    }
  }

  private double total() {
    return cumulative[cumulative.length - 1];
  }

  int draw(RandomGenerator random) {
    double target = random.nextDouble() * total();
    int index = 0;
    while (cumulative[index] <= target) {
      index++;
    }
    return index;
  }
}
