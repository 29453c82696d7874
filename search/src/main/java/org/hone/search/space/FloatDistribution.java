package org.hone.search.space;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * Real numbers of an interval, closed on both sides.
 *
 * @param step the distance of neighbours counted from {@code low}; 0 for a continuous range; it
 *     must fit the range
 */
public record FloatDistribution(double low, double high, double step, boolean log)
    implements Distribution {
  /** How far, in steps, a value may lie off its place. */
  private static final double ROUNDING = 1e-8;

  public FloatDistribution {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "a range needs finite bounds, but low=" + low + ", high=" + high);
    }
    if (low > high) {
      throw new IllegalArgumentException(
          "a range needs low <= high, but low=" + low + ", high=" + high);
    }
    if (log && !(low > 0)) {
      throw new IllegalArgumentException("a log-scaled range needs low > 0, but low=" + low);
    }
    if (Double.isInfinite(log ? high / low : high - low)) {
      throw new IllegalArgumentException(
          "a range needs a finite width, but low=" + low + ", high=" + high);
    }
    if (!(step >= 0) || Double.isInfinite(step)) {
      throw new IllegalArgumentException(
          "a step must be positive (0 for continuous), but step=" + step);
    }
    if (log && step > 0) {
      throw new IllegalArgumentException(
          "a range is log-scaled or stepped, not both, but step=" + step);
    }
    if (step > 0) {
      double last = decimal(low, step, steps(low, high, step));
      if (last != high) {
        throw new IllegalArgumentException(
            "a step of %s does not fit low=%s, high=%s: high could be %s or %s"
                .formatted(step, low, high, last, decimal(low, step, steps(low, high, step) + 1)));
      }
    }
  }

  /** A continuous range, searched linearly. */
  public static FloatDistribution of(double low, double high) {
    return new FloatDistribution(low, high, 0, false);
  }

  /** A continuous range of positive numbers, searched on a logarithmic scale. */
  public static FloatDistribution log(double low, double high) {
    return new FloatDistribution(low, high, 0, true);
  }

  /** The numbers low, low + step, ... up to high. */
  public static FloatDistribution stepped(double low, double high, double step) {
    return new FloatDistribution(low, high, step, false);
  }

  /**
   * How often the step fits, by exact decimals: 0..1 by 0.1 has ten steps, whatever binary
   * fractions say.
   */
  private static long steps(double low, double high, double step) {
    return BigDecimal.valueOf(high)
        .subtract(BigDecimal.valueOf(low))
        .divide(BigDecimal.valueOf(step), 0, RoundingMode.FLOOR)
        .longValueExact();
  }

  private static double decimal(double low, double step, long k) {
    return BigDecimal.valueOf(step)
        .multiply(BigDecimal.valueOf(k))
        .add(BigDecimal.valueOf(low))
        .doubleValue();
  }

  @Override
  public boolean contains(double value) {
    if (!(value >= low && value <= high)) {
      return false;
    }
    double k = (value - low) / step;
    return step == 0 || Math.abs(k - Math.rint(k)) < ROUNDING;
  }

  @Override
  public double toUnit(double value) {
    Cells.requireContained(this, value);
    if (step > 0) {
      return Cells.middle(Math.rint((value - low) / step), steps(low, high, step) + 1);
    }
    if (low == high) {
      return 0.5;
    }
    return log
        ? Math.log(value / low) / Math.log(high / low)
        : value / (high - low) - low / (high - low);
  }

  @Override
  public double fromUnit(double unit) {
    Cells.requireUnit(unit);
    if (step > 0) {
      return decimal(low, step, (long) Cells.index(unit, steps(low, high, step) + 1));
    }
    double value = log ? low * Math.pow(high / low, unit) : low * (1 - unit) + high * unit;
    return Math.min(high, Math.max(low, value));
  }

  @Override
  public UnitCell cell(double value) {
    Cells.requireContained(this, value);
    if (isSingle()) {
      return UnitCell.WHOLE;
    }
    if (step > 0) {
      return UnitCell.of(Math.rint((value - low) / step), steps(low, high, step) + 1.0);
    }
    double unit = toUnit(value);
    return new UnitCell(unit, unit);
  }

  @Override
  public double ceiling(double bound) {
    return step > 0 ? stepped(Math.ceil((bound - low) / step - ROUNDING)) : bound;
  }

  @Override
  public double floor(double bound) {
    return step > 0 ? stepped(Math.floor((bound - low) / step + ROUNDING)) : bound;
  }

  private double stepped(double k) {
    return decimal(low, step, (long) k);
  }

  @Override
  public OptionalInt cardinality() {
    if (low == high) {
      return OptionalInt.of(1);
    }
    return step > 0 ? Cells.count(steps(low, high, step) + 1.0) : OptionalInt.empty();
  }

  @Override
  public Object external(double value) {
    return value;
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
    return other instanceof FloatDistribution that && that.log == log;
  }

  @Override
  public String describe() {
    return "float %s..%s%s%s"
        .formatted(low, high, step > 0 ? ", step " + step : "", log ? ", log" : "");
  }
}
