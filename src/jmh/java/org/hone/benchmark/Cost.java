package org.hone.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * What a step takes with a technique.
 *
 * @param id of the technique
 * @param micros of a step without it
 * @param ratio of the times with and without, median over epochs
 * @param low a quarter of the epochs had a smaller ratio
 * @param high a quarter of them a greater one
 * @param epochs how many were measured
 */
record Cost(String id, double micros, double ratio, double low, double high, int epochs) {
  private static final int FEWEST = 4;

  /** Of the later half of the epochs, when the compiler has done most of its work. */
  static Cost of(String id, Turns.Epochs epochs) {
    int all = Math.min(epochs.without().size(), epochs.with().size());
    int first = all / 2;
    double[] micros = new double[all - first];
    double[] ratios = new double[all - first];
    for (int i = first; i < all; i++) {
      micros[i - first] = epochs.without().get(i) / 1e3 / CostCase.STEPS;
      ratios[i - first] = (double) epochs.with().get(i) / epochs.without().get(i);
    }
    if (ratios.length < FEWEST) {
      return new Cost(id, Double.NaN, Double.NaN, Double.NaN, Double.NaN, ratios.length);
    }
    return new Cost(
        id,
        quantile(micros, 0.5),
        quantile(ratios, 0.5),
        quantile(ratios, 0.25),
        quantile(ratios, 0.75),
        ratios.length);
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** As a line of a file. */
  String line() {
    return "%s %.1f %.3f %.3f %.3f %d".formatted(id, micros, ratio, low, high, epochs);
  }

  static Cost read(String line) {
    List<String> parts = List.of(line.split(" "));
    return new Cost(
        parts.get(0),
        Double.parseDouble(parts.get(1)),
        Double.parseDouble(parts.get(2)),
        Double.parseDouble(parts.get(3)),
        Double.parseDouble(parts.get(4)),
        Integer.parseInt(parts.get(5)));
  }

  /** The ratio, and between which the middle half of them lies. */
  String figure() {
    return Double.isNaN(ratio) ? "too few epochs" : "%.2f (%.2f-%.2f)".formatted(ratio, low, high);
  }
}
