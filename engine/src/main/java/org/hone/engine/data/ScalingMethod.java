package org.hone.engine.data;

import java.util.Arrays;
import java.util.Locale;

/** How numbers are brought to a scale that a network likes; fitted to training rows. */
public enum ScalingMethod {
  /** Mean to 0, standard deviation to 1. */
  STANDARD {
    @Override
    Scale fit(float[] values) {
      double sum = 0;
      for (float value : values) {
        sum += value;
      }
      double mean = sum / values.length;
      double squares = 0;
      for (float value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new Scale(mean, Math.sqrt(squares / values.length));
    }
  },
  /** Least value to 0, greatest to 1. */
  MIN_MAX {
    @Override
    Scale fit(float[] values) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (float value : values) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
      return new Scale(least, greatest - least);
    }
  },
  /**
   * Median to 0, distance between the quartiles to 1, which outliers do not move; by the standard
   * deviation where the quartiles are equal and other values are not.
   */
  ROBUST {
    @Override
    Scale fit(float[] values) {
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
      return new Scale(quantile(sorted, 0.5), range > 0 ? range : STANDARD.fit(values).spread());
    }
  },
  /** As they are. */
  NONE {
    @Override
    Scale fit(float[] values) {
      return Scale.NONE;
    }
  };

  /** The word for it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The scale of finite values, at least one; of spread 0 if all are the same. */
  Scale of(float[] values) {
    for (float value : values) {
      if (value != values[0]) {
        return fit(values);
      }
    }
    return this == NONE ? Scale.NONE : new Scale(values[0], 0);
  }

  /** The scale of finite values that are not all the same. */
  abstract Scale fit(float[] values);

  /** Between the two nearest values as far as it lies between them. */
  static double quantile(float[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - (double) sorted[below]);
  }
}
