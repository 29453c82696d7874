package org.hone.engine.data;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Mean and standard deviation of some values. To standardise is {@code (x - mean) / deviation};
 * where all values were the same it is 0, whatever x is.
 *
 * @param deviation of the population; 0 if all values were the same
 */
record Moments(double mean, double deviation) {
  /** Leaves values as they are. */
  static final Moments NONE = new Moments(0, 1);

  /** Those of finite values, at least one. */
  static Moments of(float[] values) {
    double sum = 0;
    boolean same = true;
    for (float value : values) {
      sum += value;
      same &= value == values[0];
    }
    if (same) {
      return new Moments(values[0], 0);
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Moments(mean, Math.sqrt(squares / values.length));
  }

  /**
   * Those of whole numbers from 0.
   *
   * @param counts by number; at least one is not 0
   */
  static Moments ofHistogram(long[] counts) {
    double count = 0;
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      count += counts[i];
      sum += (double) i * counts[i];
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      squares += counts[i] * (i - mean) * (i - mean);
    }
    return new Moments(mean, Math.sqrt(squares / count));
  }

  /**
   * Those of groups of equal size taken together: {@code deviation^2 = mean(deviation_i^2) +
   * variance(mean_i)}.
   */
  static Moments pooled(List<Moments> groups) {
    double mean = mean(groups, Moments::mean);
    double within = mean(groups, group -> group.deviation * group.deviation);
    double between = mean(groups, group -> (group.mean - mean) * (group.mean - mean));
    return new Moments(mean, Math.sqrt(within + between));
  }

  private static double mean(List<Moments> groups, ToDoubleFunction<Moments> figure) {
    return groups.stream().mapToDouble(figure).average().orElseThrow();
  }

  /** By which to multiply a difference from the mean. */
  float factor() {
    return deviation < Float.MIN_NORMAL ? 0 : (float) (1 / deviation);
  }
}
