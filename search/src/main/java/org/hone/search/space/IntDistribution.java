package org.hone.search.space;

import java.util.OptionalInt;

/**
 * Whole numbers of an interval, closed on both sides.
 *
 * @param step the distance of neighbours counted from {@code low}, at least 1; it must fit the
 *     range
 */
public record IntDistribution(long min, long max, long step, boolean log) implements Distribution {
  private static final long EXACT_IN_A_DOUBLE = 1L << 53;

  public IntDistribution {
    if (min > max) {
      throw new IllegalArgumentException(
          "a range needs low <= high, but low=" + min + ", high=" + max);
    }
    if (min < -EXACT_IN_A_DOUBLE || max > EXACT_IN_A_DOUBLE) {
      throw new IllegalArgumentException(
          "an int range lies within +-2^53, but low=" + min + ", high=" + max);
    }
    if (log && min < 1) {
      throw new IllegalArgumentException("a log-scaled int range needs low >= 1, but low=" + min);
    }
    if (step < 1) {
      throw new IllegalArgumentException("an int step must be at least 1, but step=" + step);
    }
    if (log && step != 1) {
      throw new IllegalArgumentException(
          "a range is log-scaled or stepped, not both, but step=" + step);
    }
    if ((max - min) % step != 0) {
      long last = min + (max - min) / step * step;
      throw new IllegalArgumentException(
          "a step of %d does not fit low=%d, high=%d: high could be %d or %d"
              .formatted(step, min, max, last, last + step));
    }
  }

  /** All whole numbers from low to high. */
  public static IntDistribution of(long low, long high) {
    return new IntDistribution(low, high, 1, false);
  }

  /** All whole numbers from low to high, searched on a logarithmic scale. */
  public static IntDistribution log(long low, long high) {
    return new IntDistribution(low, high, 1, true);
  }

  /** The numbers low, low + step, ... up to high. */
  public static IntDistribution stepped(long low, long high, long step) {
    return new IntDistribution(low, high, step, false);
  }

  private double cells() {
    return (double) (max - min) / step + 1;
  }

  @Override
  public double low() {
    return min;
  }

  @Override
  public double high() {
    return max;
  }

  @Override
  public boolean contains(double value) {
    return value >= min && value <= max && Math.rint(value) == value && (value - min) % step == 0;
  }

  @Override
  public double toUnit(double value) {
    Cells.requireContained(this, value);
    if (log) {
      return logUnit(value);
    }
    return Cells.middle((value - min) / step, cells());
  }

  /**
   * On a log scale cell k is [k - 0.5, k + 0.5), as wide as its logarithm, so that small numbers
   * come more often.
   */
  @Override
  public double fromUnit(double unit) {
    Cells.requireUnit(unit);
    if (log) {
      double x = (min - 0.5) * Math.pow((max + 0.5) / (min - 0.5), unit);
      return Math.min(max, Math.max(min, Math.rint(x)));
    }
    return min + step * Cells.index(unit, cells());
  }

  @Override
  public UnitCell cell(double value) {
    Cells.requireContained(this, value);
    return log
        ? new UnitCell(logUnit(value - 0.5), logUnit(value + 0.5))
        : UnitCell.of((value - min) / step, cells());
  }

  private double logUnit(double x) {
    return Math.log(x / (min - 0.5)) / Math.log((max + 0.5) / (min - 0.5));
  }

  @Override
  public double ceiling(double bound) {
    return min + step * Math.ceil((bound - min) / step);
  }

  @Override
  public double floor(double bound) {
    return min + step * Math.floor((bound - min) / step);
  }

  @Override
  public OptionalInt cardinality() {
    return Cells.count(cells());
  }

  @Override
  public Object external(double value) {
    return (long) value;
  }

  @Override
  public double internal(Object external) {
    if (external instanceof Number number && contains(number.doubleValue())) {
      return number.doubleValue();
    }
    throw Cells.notOne(this, external);
  }

  @Override
  public boolean isCompatibleWith(Distribution other) {
    return other instanceof IntDistribution that && that.log == log;
  }

  @Override
  public String describe() {
    return "int %d..%d%s%s"
        .formatted(min, max, step > 1 ? ", step " + step : "", log ? ", log" : "");
  }
}
