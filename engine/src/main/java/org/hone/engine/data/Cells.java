package org.hone.engine.data;

import java.util.Arrays;

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

  int rows() {
    return values.length;
  }

  float at(int row) {
    return values[row];
  }

  boolean isMissing(int row) {
    return Float.isNaN(values[row]);
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
