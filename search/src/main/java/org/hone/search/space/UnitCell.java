package org.hone.search.space;

/**
 * The part of the unit interval that belongs to one value.
 *
 * @param low inclusive, within [0, 1]
 * @param high exclusive unless 1; equal to {@code low} for a value of a continuous range
 */
public record UnitCell(double low, double high) {
  /** The whole interval: the cell of an only value. */
  static final UnitCell WHOLE = new UnitCell(0, 1);

  /** The cell of the value number {@code index} among n. */
  static UnitCell of(double index, double n) {
    return new UnitCell(index / n, (index + 1) / n);
  }

  /** Whether it is a single point, of a continuous range. */
  public boolean isPoint() {
    return low == high;
  }

  /** How wide it is: the probability of the value under a uniform draw. */
  public double width() {
    return high - low;
  }
}
