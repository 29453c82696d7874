package org.hone.plugins.compression;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Evenly spaced values about zero.
 *
 * @param step between two of them
 * @param levels on either side of zero
 */
record Grid(double step, int levels) {
  private static final int RANGES = 10;

  /**
   * The grid with the least squared error, of those that reach to 10/10, 9/10, ..., 6/10 of the
   * largest weight: giving up a few large ones makes the steps between all others finer.
   */
  static Grid fitting(INDArray weights, int bits) {
    int levels = (1 << (bits - 1)) - 1;
    float[] values = numbers(weights);
    double largest = weights.amaxNumber().doubleValue();
    Grid best = new Grid(largest / levels, levels);
    for (int range = RANGES - 1; range > RANGES / 2; range--) {
      Grid narrower = new Grid(largest * range / RANGES / levels, levels);
      best = narrower.error(values) < best.error(values) ? narrower : best;
    }
    return best;
  }

  /** The nearest value of the grid; what is not a number stays so. */
  double nearest(double weight) {
    if (step == 0 || Double.isNaN(weight)) {
      return weight;
    }
    return step * Math.max(-levels, Math.min(levels, Math.rint(weight / step)));
  }

  /** Each weight's nearest value; new array. */
  INDArray nearest(INDArray weights) {
    float[] values = numbers(weights);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) nearest((double) values[i]);
    }
    return Nd4j.create(values, weights.shape(), 'c').castTo(weights.dataType());
  }

  /** The sum of squared distances. */
  double error(float... weights) {
    double error = 0;
    for (float weight : weights) {
      double distance = weight - nearest((double) weight);
      error += distance * distance;
    }
    return error;
  }

  private static float[] numbers(INDArray weights) {
    return weights.dup('c').data().asFloat();
  }
}
