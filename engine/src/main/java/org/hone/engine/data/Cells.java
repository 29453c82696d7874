package org.hone.engine.data;

import java.util.Arrays;
import java.util.List;

/**
 * A column: by row the number, or the place of the category; NaN where there is none. Immutable.
 */
final class Cells {
  private final float[] values;

  private Cells(float[] values) {
    this.values = values;
  }

  /** Collects a column, row by row. */
  static final class Builder {
    private float[] values = new float[1024];
    private int rows;

    void add(float value) {
      if (rows == values.length) {
        values = Arrays.copyOf(values, rows + (rows >> 1));
      }
      values[rows++] = value;
    }

    void addMissing() {
      add(Float.NaN);
    }

    int rows() {
      return rows;
    }

    Cells build() {
      return new Cells(Arrays.copyOf(values, rows));
    }
  }

  /** The cells of several files, one after the other. */
  static Cells joined(List<Cells> parts) {
    float[] all = new float[parts.stream().mapToInt(Cells::rows).sum()];
    int at = 0;
    for (Cells part : parts) {
      System.arraycopy(part.values, 0, all, at, part.rows());
      at += part.rows();
    }
    return new Cells(all);
  }

  int rows() {
    return values.length;
  }

  float at(int row) {
    return values[row];
  }

  boolean isMissing(int row) {
    return Float.isNaN(values[row]);
  }

  /** How many rows have none. */
  int missing() {
    int missing = 0;
    for (float value : values) {
      missing += Float.isNaN(value) ? 1 : 0;
    }
    return missing;
  }

  /** The values of some rows, those that are there. */
  float[] present(int[] rows) {
    float[] present = new float[rows.length];
    int count = 0;
    for (int row : rows) {
      if (!isMissing(row)) {
        present[count++] = values[row];
      }
    }
    return Arrays.copyOf(present, count);
  }

  /** The least value; infinite if there is none. */
  float lowest() {
    float lowest = Float.POSITIVE_INFINITY;
    for (float value : values) {
      lowest = value < lowest ? value : lowest;
    }
    return lowest;
  }

  /** The greatest value; negative infinite if there is none. */
  float highest() {
    float highest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      highest = value > highest ? value : highest;
    }
    return highest;
  }
}
