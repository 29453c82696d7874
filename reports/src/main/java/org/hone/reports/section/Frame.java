package org.hone.reports.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of an axis worth showing when a few values lie far from the others.
 *
 * <pre>{@code [q1 - 3 * (q3 - q1), q3 + 3 * (q3 - q1)]}</pre>
 *
 * Values outside are "far out" in the words of Tukey, Exploratory Data Analysis (1977).
 */
public record Frame(double low, double high) {
  private static final double FAR = 3;
  private static final double MARGIN = 0.05;

  /**
   * The frame around the values.
   *
   * @param values finite
   * @param always shown, wherever they lie
   * @return empty if no value is far out
   */
  static Optional<Frame> around(List<Double> values, List<Double> always) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length < 4) {
      return Optional.empty();
    }
    double q1 = sorted[(sorted.length - 1) / 4];
    double q3 = sorted[3 * (sorted.length - 1) / 4];
    double reach = FAR * (q3 - q1);
    double[] near =
        Stream.concat(
                values.stream().filter(v -> v >= q1 - reach && v <= q3 + reach), always.stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    double low = near[0];
    double high = near[near.length - 1];
    boolean all = low <= sorted[0] && high >= sorted[sorted.length - 1];
    double margin = MARGIN * (high - low);
    return all || margin == 0
        ? Optional.empty()
        : Optional.of(new Frame(low - margin, high + margin));
  }

  /** How many of the values it leaves out. */
  long leftOut(List<Double> values) {
    return values.stream().filter(value -> value < low || value > high).count();
  }
}
