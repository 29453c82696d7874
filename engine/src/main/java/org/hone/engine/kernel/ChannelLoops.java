package org.hone.engine.kernel;

import java.util.Arrays;

/**
 * Sums and maps over a channel of all images, each image in an array of its own: loops over arrays
 * that are indexed alike become vector code, and a sum does where its lanes are kept apart.
 */
final class ChannelLoops {
  private ChannelLoops() {}

  /** Sum of all elements. */
  static double sum(float[][] planes, float[] lanes) {
    Arrays.fill(lanes, 0);
    for (float[] plane : planes) {
      add(plane, lanes, lanes.length);
    }
    return sum(lanes);
  }

  private static void add(float[] x, float[] lanes, int n) {
    for (int i = 0; i < n; i++) {
      lanes[i] += x[i];
    }
  }

  private static double sum(float[] lanes) {
    double sum = 0;
    for (float lane : lanes) {
      sum += lane;
    }
    return sum;
  }

  /** Sum of (x - mean)^2. */
  static double squares(float[][] planes, float mean, float[] lanes) {
    Arrays.fill(lanes, 0);
    for (float[] plane : planes) {
      addSquares(plane, mean, lanes, lanes.length);
    }
    return sum(lanes);
  }

  private static void addSquares(float[] x, float mean, float[] lanes, int n) {
    for (int i = 0; i < n; i++) {
      float from = x[i] - mean;
      lanes[i] += from * from;
    }
  }

  /** Sum of (x - mean) y. */
  static double products(float[][] planes, float mean, float[][] others, float[] lanes) {
    Arrays.fill(lanes, 0);
    for (int i = 0; i < planes.length; i++) {
      addProducts(planes[i], mean, others[i], lanes, lanes.length);
    }
    return sum(lanes);
  }

  private static void addProducts(float[] x, float mean, float[] y, float[] lanes, int n) {
    for (int i = 0; i < n; i++) {
      lanes[i] += (x[i] - mean) * y[i];
    }
  }

  /** x = scale (x - mean) + shift. */
  static void scale(float[] x, float mean, float scale, float shift) {
    for (int i = 0; i < x.length; i++) {
      x[i] = scale * (x[i] - mean) + shift;
    }
  }

  /** y = a y + b (x - mean) + c. */
  static void combine(float[] y, float a, float[] x, float mean, float b, float c) {
    for (int i = 0; i < y.length; i++) {
      y[i] = a * y[i] + b * (x[i] - mean) + c;
    }
  }
}
