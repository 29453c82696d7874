package org.hone.engine.data;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where values lie and how far they spread. Scaled they are {@code (x - center) / spread}; where
 * all values were the same that is 0, whatever x is.
 *
 * @param spread 0 if all values were the same
 */
record Scale(@JsonAlias("mean") double center, @JsonAlias("deviation") double spread) {
  /** Leaves values as they are. */
  static final Scale NONE = new Scale(0, 1);

  /**
   * By mean and deviation of whole numbers from 0.
   *
   * @param counts by number; at least one is not 0
   */
  static Scale ofHistogram(long[] counts) {
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
    return new Scale(mean, Math.sqrt(squares / count));
  }

  /**
   * Of groups of equal size taken together, which are scaled by mean and deviation: {@code
   * deviation^2 = mean(deviation_i^2) + variance(mean_i)}.
   */
  static Scale pooled(List<Scale> groups) {
    double mean = mean(groups, Scale::center);
    double within = mean(groups, group -> group.spread * group.spread);
    double between = mean(groups, group -> (group.center - mean) * (group.center - mean));
    return new Scale(mean, Math.sqrt(within + between));
  }

  private static double mean(List<Scale> groups, ToDoubleFunction<Scale> figure) {
    return groups.stream().mapToDouble(figure).average().orElseThrow();
  }

  /** By which to multiply a difference from the center. */
  float factor() {
    return spread < Float.MIN_NORMAL ? 0 : (float) (1 / spread);
  }
}
