package org.hone.reports.analysis;

import java.util.List;

/**
 * Scores that are compared as a group. All statistics of an empty sample are NaN.
 *
 * @param values finite
 */
public record Sample(List<Double> values) {

  public Sample {
    values = List.copyOf(values);
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a sample holds finite values, but got " + value);
      }
    }
  }

  /** How many values there are. */
  public int size() {
    return values.size();
  }

  /** The arithmetic mean. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** The middle value, or the mean of the middle two. */
  public double median() {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The standard deviation with n - 1 in the denominator; NaN for a single value. */
  public double deviation() {
    if (size() < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double squares = values.stream().mapToDouble(value -> Math.pow(value - mean, 2)).sum();
    return Math.sqrt(squares / (size() - 1));
  }

  /** Whether the values differ by more than rounding of their sums and differences can explain. */
  boolean varies() {
    double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
    return deviation() > 1e-12 * Math.max(1, largest);
  }
}
