package org.hone.engine.data.file;

/**
 * Another number of points along a line: each new point is a mean of the old ones around it, whose
 * weights fall off linearly.
 *
 * <pre>{@code weight of point i for new point j = max(0, 1 - |i + 1/2 - (j + 1/2) s| / max(1, s)),
 * s = points / new points}</pre>
 *
 * Upwards that is linear interpolation; downwards the triangle widens, so that no point is left
 * out. Source: Wolberg, Digital Image Warping, IEEE Computer Society Press, 1990, on resampling by
 * the triangle filter.
 */
public final class Resampling {
  private final int points;
  private final int[] first;
  private final float[][] weights;

  private Resampling(int points, int[] first, float[][] weights) {
    this.points = points;
    this.first = first;
    this.weights = weights;
  }

  static Resampling of(int points, int newPoints) {
    double scale = (double) points / newPoints;
    double reach = Math.max(1, scale);
    int[] first = new int[newPoints];
    float[][] weights = new float[newPoints][];
    for (int j = 0; j < newPoints; j++) {
      double middle = (j + 0.5) * scale;
      first[j] = (int) Math.max(0, Math.floor(middle - reach));
      int end = (int) Math.min(points, Math.ceil(middle + reach));
      weights[j] = weights(first[j], end, middle, reach);
    }
    return new Resampling(points, first, weights);
  }

  private static float[] weights(int from, int end, double middle, double reach) {
    double[] triangle = new double[end - from];
    double sum = 0;
    for (int i = 0; i < triangle.length; i++) {
      triangle[i] = Math.max(0, 1 - Math.abs(from + i + 0.5 - middle) / reach);
      sum += triangle[i];
    }
    float[] weights = new float[triangle.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (triangle[i] / sum);
    }
    return weights;
  }

  /** Along each row of [rows, points]: [rows, new points]. */
  float[] rows(float[] plane, int rows) {
    float[] resampled = new float[rows * first.length];
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < first.length; j++) {
        resampled[row * first.length + j] = mean(plane, row * points, 1, j);
      }
    }
    return resampled;
  }

  /** Along each column of [points, columns]: [new points, columns]. */
  float[] columns(float[] plane, int columns) {
    float[] resampled = new float[first.length * columns];
    for (int j = 0; j < first.length; j++) {
      for (int column = 0; column < columns; column++) {
        resampled[j * columns + column] = mean(plane, column, columns, j);
      }
    }
    return resampled;
  }

  private float mean(float[] plane, int offset, int stride, int j) {
    float sum = 0;
    for (int i = 0; i < weights[j].length; i++) {
      sum += weights[j][i] * plane[offset + (first[j] + i) * stride];
    }
    return sum;
  }
}
