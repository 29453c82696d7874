package org.hone.engine.kernel;

import java.util.Arrays;

/** Batch norm over the columns of tables, row by row, which the JVM turns into vector code. */
final class ColumnNorm implements BatchMoments {
  private final double epsilon;
  private final int rows;
  private final int columns;
  private final float[] values;
  private final float[] errors;
  private final float[] means;
  private final float[] variances;
  private final float[] scales;
  private final float[] slopes;
  private final float[] shifts;

  ColumnNorm(int rows, int columns, double epsilon) {
    this.epsilon = epsilon;
    this.rows = rows;
    this.columns = columns;
    values = new float[rows * columns];
    errors = new float[rows * columns];
    means = new float[columns];
    variances = new float[columns];
    scales = new float[columns];
    slopes = new float[columns];
    shifts = new float[columns];
  }

  @Override
  public float[] means() {
    return means;
  }

  @Override
  public float[] variances() {
    return variances;
  }

  @Override
  public void forward(NativeFloats x, float[] gamma, float[] beta, NativeFloats y) {
    x.get(0, values, values.length);
    Arrays.fill(means, 0);
    Arrays.fill(variances, 0);
    for (int row = 0; row < rows; row++) {
      add(values, row * columns, means);
    }
    divide(means, rows);
    for (int row = 0; row < rows; row++) {
      addSquares(values, row * columns, means, variances);
    }
    divide(variances, rows);
    for (int column = 0; column < columns; column++) {
      scales[column] = (float) (gamma[column] * inverse(column));
    }
    for (int row = 0; row < rows; row++) {
      scale(values, row * columns, means, scales, beta);
    }
    y.put(0, values, values.length);
  }

  private double inverse(int column) {
    return 1 / Math.sqrt(variances[column] + epsilon);
  }

  @Override
  public void backward(
      NativeFloats x,
      NativeFloats dy,
      float[] gamma,
      NativeFloats dx,
      float[] dGamma,
      float[] dBeta) {
    x.get(0, values, values.length);
    dy.get(0, errors, errors.length);
    Arrays.fill(dGamma, 0);
    Arrays.fill(dBeta, 0);
    for (int row = 0; row < rows; row++) {
      add(errors, row * columns, dBeta);
      addProducts(values, errors, row * columns, means, dGamma);
    }
    for (int column = 0; column < columns; column++) {
      double inverse = inverse(column);
      double scale = gamma[column] * inverse;
      dGamma[column] = (float) (dGamma[column] * inverse);
      scales[column] = (float) scale;
      slopes[column] = (float) (-scale * inverse * dGamma[column] / rows);
      shifts[column] = (float) (-scale * dBeta[column] / rows);
    }
    for (int row = 0; row < rows; row++) {
      combine(row * columns);
    }
    dx.put(0, errors, errors.length);
  }

  private static void add(float[] x, int from, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += x[from + i];
    }
  }

  private static void divide(float[] x, float by) {
    for (int i = 0; i < x.length; i++) {
      x[i] /= by;
    }
  }

  /** sum += (x - mean)^2. */
  private static void addSquares(float[] x, int from, float[] means, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      float difference = x[from + i] - means[i];
      sums[i] += difference * difference;
    }
  }

  /** sum += (x - mean) y. */
  private static void addProducts(float[] x, float[] y, int from, float[] means, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (x[from + i] - means[i]) * y[from + i];
    }
  }

  /** x = scale (x - mean) + shift. */
  private static void scale(float[] x, int from, float[] means, float[] scales, float[] shifts) {
    for (int i = 0; i < means.length; i++) {
      x[from + i] = scales[i] * (x[from + i] - means[i]) + shifts[i];
    }
  }

  /** error = scale error + slope (x - mean) + shift. */
  private void combine(int from) {
    for (int i = 0; i < means.length; i++) {
      errors[from + i] =
          scales[i] * errors[from + i] + slopes[i] * (values[from + i] - means[i]) + shifts[i];
    }
  }
}
