package org.hone.search.sampler.gp;

import org.hone.search.math.Kumaraswamy;

/**
 * Inputs as the kernels see them under given hyperparameters, by axis and point: numbers warped,
 * inactive ones in the middle; categories by index, inactive being a category of its own. With them
 * what makes exponentials of differences cheap: {@code exp(-|u - v| c) = min(exp(uc) exp(-vc),
 * exp(-uc) exp(vc))}.
 */
final class WarpedInputs {
  static final double ROOT_5 = Math.sqrt(5);
  private static final double INACTIVE_CATEGORY = -1;
  private static final double MIDDLE = 0.5;

  final int count;
  final double[][] u;
  final double[][] rising;
  final double[][] falling;
  final double[][] active;

  /**
   * @param points as {@code SearchSpace.coordinates} gives them; NaN is inactive
   */
  WarpedInputs(Axes axes, Hyperparameters theta, double[][] points) {
    count = points.length;
    u = new double[axes.count()][count];
    rising = new double[axes.count()][];
    falling = new double[axes.count()][];
    active = new double[axes.count()][count];
    for (int d = 0; d < axes.count(); d++) {
      if (axes.isCategorical(d)) {
        categories(d, points);
      } else {
        numbers(d, theta, points);
      }
    }
  }

  private void categories(int d, double[][] points) {
    for (int i = 0; i < count; i++) {
      boolean present = !Double.isNaN(points[i][d]);
      u[d][i] = present ? points[i][d] : INACTIVE_CATEGORY;
      active[d][i] = present ? 1 : 0;
    }
  }

  private void numbers(int d, Hyperparameters theta, double[][] points) {
    Kumaraswamy warping = theta.warpingOf(d);
    double c = ROOT_5 / theta.ownLengthOf(d);
    rising[d] = new double[count];
    falling[d] = new double[count];
    for (int i = 0; i < count; i++) {
      boolean present = !Double.isNaN(points[i][d]);
      double warped = present ? warping.warp(points[i][d]) : MIDDLE;
      u[d][i] = warped;
      active[d][i] = present ? 1 : 0;
      rising[d][i] = Math.exp(c * warped);
      falling[d][i] = 1 / rising[d][i];
    }
  }
}
