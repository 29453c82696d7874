package org.hone.search.sampler.gp;

import java.util.Arrays;

/**
 * What is believed of the hyperparameters before any trial: their logarithms are normal.
 *
 * @see <a href="https://arxiv.org/abs/2402.02229">Hvarfner et al., Vanilla Bayesian optimization
 *     performs great in high dimensions, ICML 2024: length scales grow with the root of the number
 *     of dimensions</a>
 */
final class Prior {
  private static final double JOINT_LENGTH = 0.3;
  private static final double JOINT_SPREAD = 1.2;
  private static final double OWN_LENGTH = 0.4;
  private static final double OWN_SPREAD = 1;
  private static final double WARP_SPREAD = 0.4;
  private static final double STRONGEST_WARP = 3;
  private static final double VARIANCE = 0.5;
  private static final double VARIANCE_SPREAD = 1.5;
  private static final double NOISE = 1e-3;
  private static final double NOISE_SPREAD = 2.5;
  private static final double LEAST_NOISE = 1e-7;

  private final double[] centre;
  private final double[] spread;
  private final double[] low;
  private final double[] high;

  Prior(Axes axes) {
    int size = Hyperparameters.size(axes);
    centre = new double[size];
    spread = new double[size];
    low = new double[size];
    high = new double[size];
    double joint = JOINT_LENGTH * Math.sqrt(axes.count());
    for (int d = 0; d < axes.count(); d++) {
      double warp = axes.isCategorical(d) ? 1 : STRONGEST_WARP;
      set(Hyperparameters.jointLength(d), joint, JOINT_SPREAD, 0.01, 1e3);
      set(Hyperparameters.ownLength(d), OWN_LENGTH, OWN_SPREAD, 0.02, 1e3);
      set(Hyperparameters.warpA(d), 1, WARP_SPREAD, 1 / warp, warp);
      set(Hyperparameters.warpB(d), 1, WARP_SPREAD, 1 / warp, warp);
    }
    int variance = Hyperparameters.jointVariance(axes);
    set(variance, VARIANCE, VARIANCE_SPREAD, 1e-3, 1e3);
    set(Hyperparameters.additiveVariance(axes), VARIANCE, VARIANCE_SPREAD, 1e-3, 1e3);
    set(Hyperparameters.noiseVariance(axes), NOISE, NOISE_SPREAD, LEAST_NOISE, 10);
  }

  private void set(int index, double median, double deviation, double least, double most) {
    centre[index] = Math.log(median);
    spread[index] = deviation;
    low[index] = Math.log(least);
    high[index] = Math.log(most);
  }

  /** Its mode. */
  double[] centre() {
    return centre.clone();
  }

  double[] low() {
    return low;
  }

  double[] high() {
    return high;
  }

  /**
   * Minus the logarithm of its density, up to a constant.
   *
   * @param gradient is filled
   */
  double penalty(double[] logs, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      double z = (logs[i] - centre[i]) / spread[i];
      sum += 0.5 * z * z;
      gradient[i] = z / spread[i];
    }
    return sum;
  }
}
